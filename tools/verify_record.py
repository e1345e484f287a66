#!/usr/bin/env python3
"""Check a file of Midweek entries without Midweek.

    python3 verify_record.py FILE [--check CODE]

The file is described in docs/acts-file.md. This program was written from that
page alone and shares nothing with Midweek, so that nobody has to take Midweek's
word for it. It needs Python 3.8 or newer and nothing else, reads the one file
and writes nothing but its answer.

Exit status, the same as of `midweek verify`:
  0  sound: every entry is as it was sealed, and none is missing between them
  1  broken: an entry was changed or is missing; its author and number are named
  2  sound, but no entry has the check code
  3  not a file of entries that can be read
"""
import base64
import hashlib
import json
import re
import sys
from datetime import datetime

HASH, TIME = "[0-9a-f]{64}", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
FIELDS = ["hash", "record", "device", "n", "author", "at", "prev", "priors", "seen", "commit"]
NUMBERS, LISTS = {"n"}, {"priors", "seen"}
BODY = {"v", "deed", "kind", "noun", "id", "children", "value", "because", "of"}
KINDS = {"add", "correct", "withdraw", "undo", "redact"}
FAULTS = (ValueError, TypeError, AttributeError, LookupError, RecursionError)  # what a damaged line can raise


class Broken(Exception):
    """An entry that is not as it was written; says whose, and its number."""


class Unreadable(Exception):
    """Not a file of entries."""


def spell(value):
    """The one way in which a value may stand in the file."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def strict(line):
    """Read a line of JSON that must be spelled in that one way."""
    value = json.loads(line.decode("utf-8"))
    if spell(value) != line:
        raise ValueError("spelled in another way")
    return value


def sha(data):
    return hashlib.sha256(data).hexdigest()


def name_of(a):
    """The name of an act: the hash of all that is said of it outside its text."""
    outside = ["midweek act 1", a["record"], a["device"], a["author"], str(a["n"]), a["at"], a["prev"],
               " ".join(a["priors"]), " ".join(a["seen"]), a["commit"]]
    return sha("\n".join(outside).encode("utf-8"))


def read_act(line):
    """Read the line of an act and check it by itself."""
    a = strict(line)
    if list(a)[:len(FIELDS)] != FIELDS or list(a)[len(FIELDS):] not in ([], ["salt", "body"]):
        raise ValueError("fields missing, or too many")
    for field, value in a.items():
        kind = int if field in NUMBERS else list if field in LISTS else str
        if type(value) is not kind:
            raise ValueError(field + " is of the wrong kind")
    if a["priors"] != sorted(set(a["priors"])) or a["seen"] != sorted(set(a["seen"])):
        raise ValueError("a list is not in order")
    if not all(re.fullmatch(HASH, h) for h in a["priors"] + a["seen"] + [a["commit"]]) or not re.fullmatch(TIME, a["at"]) or not datetime.fromisoformat(a["at"].replace("Z", "+00:00")):
        raise ValueError("a hash or the time is not as it must be")
    if name_of(a) != a["hash"]:
        raise ValueError("not the entry that was sealed")
    if "body" in a:
        salt, body = bytes.fromhex(a["salt"]), a["body"].encode("utf-8")
        if salt.hex() != a["salt"] or len(salt) != 16 or sha(salt + body) != a["commit"]:
            raise ValueError("not the text that was sealed")
        a["about"] = about(a["body"])
    return a


def about(body):
    """What the text of an act says: its fields by their names, each once."""
    said = json.loads(body, object_pairs_hook=list)
    fields = dict(said)
    if len(fields) != len(said) or not set(fields) <= BODY:
        raise ValueError("a field that is none, or stands twice")
    redacts, named = fields.get("kind") == "redact", fields.get("noun") and fields.get("id")
    if fields.get("kind") not in KINDS or bool(named) == redacts or redacts and type(fields.get("of")) is not list:
        raise ValueError("it does not say what it does")
    return fields


def end_of(acts):
    """The closing line that belongs below the acts."""
    followed, chains = {a["prev"] for a in acts}, {}
    for a in acts:
        c = chains.setdefault(a["device"], {"device": a["device"], "authors": [], "acts": 0, "heads": []})
        c["acts"] += 1
        if a["author"] not in c["authors"]:
            c["authors"].append(a["author"])
        if a["hash"] not in followed:
            c["heads"].append({"n": a["n"], "author": a["author"], "hash": a["hash"]})
    return {"acts": len(acts), "chains": list(chains.values())}


def place(i, line, acts, end):
    """Whose entry stands in a damaged line, and its number, from what is around it."""
    author, n = (acts[-1]["author"], acts[-1]["n"] + 1) if acts else ("?", 1)
    try:
        for c in end["chains"]:
            if 0 <= i < c["acts"]:
                named = [a for a in c["authors"] if b'"author":' + spell(a) + b"," in line]
                author, n = (named or c["authors"])[0], i + 1
            i -= c["acts"]
    except FAULTS:
        pass
    prev, said = re.search(b'"prev":"([0-9a-f]{64})"', line), re.search(b'","n":([0-9]+),"author"', line)
    n = int(said[1]) if said else n
    return author, next((a["n"] + 1 for a in acts if prev and a["hash"] == prev[1].decode()), n)


def head_of(line):
    """Read the first line."""
    try:
        head = strict(line)
        if list(head) != ["format", "version", "record"] or head["format"] != "midweek-acts":
            raise ValueError
    except (ValueError, TypeError, RecursionError):
        raise Unreadable("this is not a file of Midweek entries, or its beginning is damaged")
    if spell(head["version"]) != b"1":
        raise Unreadable("this file has version %s, and this program knows version 1" % head["version"])
    return head


def read(data):
    """Read a file: its first line, its acts, each checked by itself, and its closing line."""
    lines = data.split(b"\n")
    head, unfinished, lines = head_of(lines[0]), lines[-1] != b"", lines[1:-1]
    end = None
    try:
        last = strict(lines[-1])
        if list(last) == ["acts", "chains"] and not unfinished:
            end = last
        else:
            read_act(lines[-1])
            lines.append(b"")  # an act is the last line: the closing line is missing
    except FAULTS:
        pass
    acts = []
    for i, line in enumerate(lines[:-1]):
        try:
            acts.append(read_act(line))
        except FAULTS as why:
            raise Broken("entry %d of %s: %s" % (place(i, line, acts, end)[::-1] + (why,)))
        if acts[i]["record"] != head["record"]:
            raise Unreadable("the first line names another record than the entries")
    return acts, end


def check_heads(acts, end):
    """Check that the end is there, and that no chain was cut off at its own."""
    if end is None:
        check_end(acts, end)
    here = {a["hash"] for a in acts}
    try:
        for c in end["chains"]:
            numbers = {a["n"] for a in acts if a["device"] == c["device"]}
            for head in c["heads"]:
                if head["hash"] not in here:
                    n = next((n for n in range(1, head["n"]) if n not in numbers), head["n"])
                    raise Broken("entry %d of %s: it is missing" % (n, head["author"]))
    except FAULTS:
        pass  # a closing line that says nothing: told in check_end


def check_links(acts):
    """Check that every act follows the one before it, and that all it names is there."""
    by = {a["hash"]: a for a in acts}
    removed = {h for a in acts for h in (a.get("about", {}).get("of") or []) if a["about"]["kind"] == "redact"}
    for a in acts:
        entry, before = "entry %d of %s: " % (a["n"], a["author"]), by.get(a["prev"])
        if a["n"] > 1 and not before:
            raise Broken("entry %d of %s: it is missing" % (a["n"] - 1, a["author"]))
        if a["n"] > 1 and (before["device"], before["n"]) != (a["device"], a["n"] - 1) or a["n"] == 1 and a["prev"]:
            raise Broken(entry + "it does not follow the entry before it")
    for a in acts:
        entry = "entry %d of %s: " % (a["n"], a["author"])
        if not all(h in by for h in a["priors"] + a["seen"]):
            raise Broken(entry + "an entry that it names is missing")
        for h in a["priors"]:
            if "about" in a and "about" in by[h] and subject(a) != subject(by[h]):
                raise Broken(entry + "it replaces an entry about something else")
        if "about" not in a and a["hash"] not in removed:
            raise Broken(entry + "its text is missing, and no entry says that it was removed")


def check_end(acts, end):
    """Check that the closing line says what stands above it."""
    if end == end_of(acts):
        return
    if not acts:
        raise Unreadable("there is nothing to check below the first line")
    what = "the end is missing" if end is None else "the closing line tells of other entries"
    raise Broken("%s; the last here is entry %d of %s" % (what, acts[-1]["n"], acts[-1]["author"]))


def subject(a):
    return a["about"].get("noun"), a["about"].get("id")


def forks(acts):
    """Where one device's chain goes on in two ways: no fault, and worth a look."""
    beside = {}
    for a in acts:
        beside.setdefault((a["author"], a["n"], a["prev"], a["device"]), []).append(a)
    return ["entry %d of %s" % (n, author) for (author, n, _, _), found in beside.items() if len(found) > 1]


STANDARD, OURS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def check_code(a):
    """The code that letters print: the first 160 bits of the hash, five a character."""
    code = base64.b32encode(bytes.fromhex(a["hash"])[:20]).decode()
    return code.translate(str.maketrans(STANDARD, OURS))


def meant(code):
    """A code as it is meant: without blanks and hyphens, and O, I, L for 0, 1, 1."""
    return "".join(code.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))


def say(text):
    """Print a line that nothing in the file can disguise."""
    print("".join(c if c.isprintable() else " " for c in text))


def main(args):
    if len(args) not in (1, 3) or len(args) == 3 and args[1] != "--check":
        print("usage: verify_record.py FILE [--check CODE]", file=sys.stderr)
        return 2
    try:
        with open(args[0], "rb") as f:
            acts, end = read(f.read())
        check_heads(acts, end)
        check_links(acts)
        check_end(acts, end)
    except Broken as why:
        say("broken: %s" % why)
        return 1
    except (Unreadable, OSError) as why:
        say("unreadable: %s" % why)
        return 3
    say("sound: %d entries" % len(acts))
    for fork in forks(acts):
        say("look at %s: it stands there more than once, each sound" % fork)
    if len(args) == 3:
        found = [a for a in acts if check_code(a) == meant(args[2])]
        if not found:
            say("no entry has the check code %s" % args[2])
            return 2
        say("the check code is that of entry %d of %s, %s" % (found[0]["n"], found[0]["author"], found[0]["at"]))
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
