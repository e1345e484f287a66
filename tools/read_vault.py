#!/usr/bin/env python3
"""Read a locked record of Midweek without Midweek.

    python3 read_vault.py FILE OUT                 write the database in a vault file to OUT
    python3 read_vault.py FILE --papers FROM OUT   write the attachments below the folder FROM to the folder OUT

The passphrase or the recovery key is asked for, or read from the standard input
when that is no terminal. The files are described in docs/vault-format.md. This
program was written from that page alone and shares nothing with Midweek. It
needs Python 3.8 or newer. With the package `cryptography` (44 or newer) it is
fast and can use a passphrase; without it, it takes its time over a few megabytes
and needs the recovery key. It changes no file but OUT, which is plain: whoever
can read it can read the record. OUT must not be there yet.

Exit status:
  0  written; everything that was ever acknowledged in FILE is in OUT
  1  damaged; what came before the damage was written
  2  neither a passphrase nor a recovery key of this file
  3  not a vault that this program can read
"""
import getpass
import hashlib
import hmac
import os
import struct
import sys
import unicodedata

try:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
except ImportError:
    ChaCha20Poly1305 = None
try:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
except ImportError:
    Argon2id = None

BLOCK, MAX_RECORD, CHUNK = 4096, 8 << 20, 1 << 20
MAGIC, PAPER_MAGIC = b"\x89MWV\r\n\x1a\n", b"\x89MWA\r\n\x1a\n"
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Unreadable(Exception):
    """Not a vault that can be read."""


class Wrong(Exception):
    """The secret opens nothing."""


# --- ciphers ---

def rotated(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def rounds(s):
    """The twenty rounds of ChaCha, on sixteen numbers."""
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            s[a] = (s[a] + s[b]) & 0xFFFFFFFF
            s[d] = rotated(s[d] ^ s[a], 16)
            s[c] = (s[c] + s[d]) & 0xFFFFFFFF
            s[b] = rotated(s[b] ^ s[c], 12)
            s[a] = (s[a] + s[b]) & 0xFFFFFFFF
            s[d] = rotated(s[d] ^ s[a], 8)
            s[c] = (s[c] + s[d]) & 0xFFFFFFFF
            s[b] = rotated(s[b] ^ s[c], 7)
    return s


def state(key, rest):
    return list(struct.unpack("<4I", b"expand 32-byte k") + struct.unpack("<8I", key) + struct.unpack("<4I", rest))


def hchacha(key, nonce):
    s = rounds(state(key, nonce))
    return struct.pack("<8I", *(s[0:4] + s[12:16]))


def chacha(key, nonce, data, counter):
    out = bytearray()
    for at in range(0, len(data), 64):
        first = state(key, struct.pack("<I", counter + at // 64) + nonce)
        stream = struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(rounds(list(first)), first)))
        out += bytes(x ^ y for x, y in zip(data[at:at + 64], stream))
    return bytes(out)


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\1", "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")


def padded(data):
    return data + bytes(-len(data) % 16)


def opened(key, nonce, sealed, bound):
    """The text that was sealed by XChaCha20-Poly1305, None when it is another."""
    key, nonce = hchacha(key, nonce[:16]), bytes(4) + nonce[16:]
    if len(sealed) < 16:
        return None
    if ChaCha20Poly1305 is not None:
        try:
            return ChaCha20Poly1305(key).decrypt(nonce, sealed, bound)
        except Exception:  # the package's own kind for a tag that is not right
            return None
    text, tag = sealed[:-16], sealed[-16:]
    mac = poly1305(chacha(key, nonce, bytes(32), 0),
                   padded(bound) + padded(text) + struct.pack("<QQ", len(bound), len(text)))
    return chacha(key, nonce, text, 1) if hmac.compare_digest(mac, tag) else None


def derived(key, salt, info):
    """HKDF-SHA256, 32 bytes."""
    prk = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(prk, info + b"\1", hashlib.sha256).digest()


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC[(crc ^ byte) & 255] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def crc_table():
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ (0x82F63B78 if n & 1 else 0)
        yield n


CRC = list(crc_table())


# --- secrets ---

def recovery(typed):
    """The 20 bytes of a recovery key, None for anything else."""
    text = "".join(typed.upper().split()).replace("-", "").replace("–", "")
    text = text.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(text) != 36 or any(sign not in SIGNS for sign in text):
        return None
    number = 0
    for sign in text[:32]:
        number = number << 5 | SIGNS.index(sign)
    key = number.to_bytes(20, "big")
    check = int.from_bytes(hashlib.sha256(b"midweek recovery check 1" + key).digest()[:3], "big") >> 4
    wanted = 0
    for sign in text[32:]:
        wanted = wanted << 5 | SIGNS.index(sign)
    return key if check == wanted else None


def slot_key(slot, typed):
    kind, lanes, _, memory, passes = struct.unpack(">BBHII", slot[:12])
    salt = slot[16:32]
    if kind == 2:
        key = recovery(typed)
        return derived(key, salt, b"midweek vault recovery 1") if key else None
    if kind != 1 or not 1 <= lanes <= 8 or not 1 <= passes <= 16 or not 8 * lanes <= memory <= 1 << 20:
        raise Unreadable("a way to open it asks for too much work")
    if Argon2id is None:
        return None
    words = unicodedata.normalize("NFKC", typed).encode("utf-8")
    return Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(words)


def data_key(header, typed):
    for n in range(struct.unpack(">H", header[12:14])[0]):
        slot = header[72 + 104 * n:72 + 104 * (n + 1)]
        key = slot_key(slot, typed)
        bound = b"midweek vault slot 1" + slot[:32] + header[16:32]
        found = key and opened(key, slot[32:56], slot[56:104], bound)
        if found:
            return found
    raise Wrong("this opens nothing here" if Argon2id or recovery(typed) else
                "this is no recovery key; for a passphrase the package `cryptography` is needed")


# --- the file ---

def header_of(data):
    header = data[:BLOCK]
    if header[:8] != MAGIC:
        raise Unreadable("this is not a vault")
    if struct.unpack(">H", header[10:12])[0] > 1:
        raise Unreadable("this vault is of a newer format")
    if len(header) < BLOCK or struct.unpack(">I", header[4092:])[0] != crc32c(header[:4092]):
        raise Unreadable("its header is damaged")
    if not 1 <= struct.unpack(">H", header[12:14])[0] <= 8:
        raise Unreadable("its header makes no sense")
    return header


def begun(data, at, header):
    """Number and length of the record that begins at a place, or nothing."""
    head = data[at:at + 44]
    if len(head) < 44 or head[:4] != b"MWR1":
        return None
    seq, length, crc = struct.unpack(">QII", head[4:20])
    size = 44 + length
    if crc != crc32c(header[16:40] + head[:16]) or size % BLOCK or size > MAX_RECORD:
        return None
    return seq, size


def applied(image, body):
    length, runs = struct.unpack(">QI", body[:12])
    if length > 4 << 30:
        raise Unreadable("a commit makes no sense")
    del image[length:]
    image.extend(bytes(length - len(image)))
    at = 12
    for _ in range(runs):
        page, start, end = struct.unpack(">IHH", body[at:at + 8])
        at += 8
        image[page * BLOCK + start:page * BLOCK + end] = body[at:at + end - start]
        at += end - start
    if len(image) != -(-length // BLOCK) * BLOCK and len(image) != length:
        raise Unreadable("a commit makes no sense")
    del image[length:]


def read(data, typed):
    """The database in a file, and whether the file is sound."""
    header = header_of(data)
    key = derived(data_key(header, typed), header[40:72], b"midweek vault file 1")
    image, at, seq, before, whole = bytearray(), BLOCK, 0, bytes(16), False
    while True:
        found = begun(data, at, header)
        if not found or found[0] != seq + 1 or at + found[1] > len(data):
            break
        record = data[at:at + found[1]]
        text = opened(key, record[20:44], record[44:], hashlib.sha256(header).digest() + record[4:16] + before)
        if text is None:
            break
        kind, length = struct.unpack(">BI", text[:5])
        body = text[5:5 + length]
        if kind == 1 and not whole:
            image += body
        elif kind == 2 and not whole:
            whole = True
            if body != struct.pack(">Q", len(image)) + hashlib.sha256(image).digest():
                raise Unreadable("the picture is another")
        elif kind == 3 and whole:
            applied(image, body)
        elif kind != 4 or not whole:
            raise Unreadable("a record makes no sense")
        at, seq, before = at + found[1], seq + 1, record[-16:]
    later = [n for n in range(at, len(data), BLOCK)
             if begun(data, n, header) and (n > at or begun(data, n, header)[0] != seq + 1)]
    return image, whole and not later


# --- attachments ---

def paper(data, key, name):
    if data[:8] != PAPER_MAGIC or len(data) < 80:
        raise Unreadable("no attachment")
    key = derived(key, data[8:40], b"midweek vault paper 1" + bytes.fromhex(name))
    chunks = [data[at:at + CHUNK + 40] for at in range(40, len(data), CHUNK + 40)]
    out = b""
    for n, chunk in enumerate(chunks):
        text = opened(key, chunk[:24], chunk[24:], struct.pack(">QB", n, n == len(chunks) - 1))
        if text is None:
            raise Unreadable("damaged")
        out += text
    return out


def papers(key, source, target):
    folder = os.path.join(source, derived(key, b"", b"midweek vault key name 1")[:8].hex())
    os.mkdir(target)
    sound = True
    for where, _, names in os.walk(folder):
        for name in names:
            if len(name) != 32:
                continue
            with open(os.path.join(where, name), "rb") as f:
                data = f.read()
            try:
                written(os.path.join(target, name), paper(data, key, name))
            except Unreadable as why:
                print("attachment %s: %s" % (name, why))
                sound = False
    return sound


def written(name, data):
    with open(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
        f.write(data)


def main(args):
    if len(args) not in (2, 4) or len(args) == 4 and args[1] != "--papers":
        print(__doc__)
        return 3
    typed = getpass.getpass("Passphrase or recovery key: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    try:
        with open(args[0], "rb") as f:
            data = f.read()
        if len(args) == 4:
            return 0 if papers(data_key(header_of(data), typed), args[2], args[3]) else 1
        image, sound = read(data, typed)
        written(args[1], image)
    except Wrong as why:
        print(why)
        return 2
    except (Unreadable, OSError, struct.error, ValueError) as why:
        print(why)
        return 3
    print("%d bytes, %s" % (len(image), "sound" if sound else "damaged: what came before the damage was written"))
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
