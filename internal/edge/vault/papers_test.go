package vault

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const paperID = "00112233445566778899aabbccddeeff"

var paperKey = bytes.Repeat([]byte{7}, keySize)

// sealed is plain bytes as they lie on the disk, written in pieces.
func sealed(t testing.TB, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := newPaperWriter(paperKey, paperID, &out)
	must(t, err)
	for rest := plain; len(rest) > 0; {
		n := min(len(rest), 1+rand.IntN(700_000))
		_, err := w.Write(rest[:n])
		must(t, err)
		rest = rest[n:]
	}
	must(t, w.Close())
	return out.Bytes()
}

func unsealed(data []byte, id string) ([]byte, error) {
	r, err := newPaperReader(paperKey, id, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func noise(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rand.Uint32())
	}
	return b
}

// An attachment of any length comes back as it was, and its length is known
// from outside.
func TestAnAttachmentComesBack(t *testing.T) {
	for _, n := range []int{0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 3*chunkSize + 5} {
		plain := noise(n)
		data := sealed(t, plain)
		if got := plainSize(int64(len(data))); got != int64(n) {
			t.Errorf("%d bytes are taken for %d", n, got)
		}
		got, err := unsealed(data, paperID)
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%d bytes: %d, %v", n, len(got), err)
		}
		if n > 100 && bytes.Contains(data, plain[:100]) {
			t.Error("it lies there as it is")
		}
	}
}

// It can be read from anywhere.
func TestAnAttachmentIsReadAnywhere(t *testing.T) {
	plain := noise(2*chunkSize + 1000)
	data := sealed(t, plain)
	rapid.Check(t, func(t *rapid.T) {
		r, err := newPaperReader(paperKey, paperID, bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		want := bytes.NewReader(plain)
		for range 6 {
			offset, whence := rapid.Int64Range(-3*chunkSize, 3*chunkSize).Draw(t, "offset"), rapid.IntRange(0, 2).Draw(t, "whence")
			a, errA := r.Seek(offset, whence)
			b, errB := want.Seek(offset, whence)
			if (errA == nil) != (errB == nil) || errA == nil && a != b {
				t.Fatalf("%d, %v; want %d, %v", a, errA, b, errB)
			}
			n := rapid.IntRange(1, chunkSize+10).Draw(t, "length")
			got, had := make([]byte, n), make([]byte, n)
			gotN, _ := io.ReadFull(r, got)
			hadN, _ := io.ReadFull(want, had)
			if gotN != hadN || !bytes.Equal(got[:gotN], had[:hadN]) {
				t.Fatalf("%d bytes, want %d", gotN, hadN)
			}
		}
	})
}

// Chunks that are changed, swapped, cut off or added, and an attachment in
// another's place, are found out.
func TestAnAttachmentThatWasChanged(t *testing.T) {
	data := sealed(t, noise(2*chunkSize+1000))
	const chunk = chunkSize + chunkOver
	for what, changed := range map[string][]byte{
		"a bit":            flipped(data, paperHead+chunk+99),
		"the salt":         flipped(data, 20),
		"the magic":        flipped(data, 1),
		"two swapped":      bytes.Join([][]byte{data[:paperHead], data[paperHead+chunk : paperHead+2*chunk], data[paperHead : paperHead+chunk], data[paperHead+2*chunk:]}, nil),
		"the last cut off": data[:paperHead+2*chunk],
		"cut in a chunk":   data[:paperHead+2*chunk+100],
		"one twice":        append(bytes.Clone(data[:paperHead+chunk]), data[paperHead:]...),
		"a head alone":     data[:paperHead],
		"nothing":          nil,
		"some bytes more":  append(bytes.Clone(data), 1, 2, 3),
		"no room in a tag": data[:paperHead+2*chunk+10],
	} {
		if _, err := unsealed(changed, paperID); !errors.Is(err, errPaper) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := unsealed(data, strings.Repeat("0", 32)); !errors.Is(err, errPaper) {
		t.Errorf("in another's place: %v", err)
	}
}

func flipped(data []byte, at int) []byte {
	b := bytes.Clone(data)
	b[at] ^= 1
	return b
}

// With a new key every attachment is sealed anew, and nothing is left of what
// the former one sealed.
func TestANewKeySealsTheAttachmentsAnew(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	plain := noise(chunkSize + 7)
	former := d.vault.PapersDir()
	must(t, os.MkdirAll(filepath.Join(former, paperID[:2]), 0o700))
	var out bytes.Buffer
	w, err := d.vault.Seal(paperID, &out)
	must(t, err)
	_, err = w.Write(plain)
	must(t, errors.Join(err, w.Close(), os.WriteFile(filepath.Join(former, paperID[:2], paperID), out.Bytes(), 0o600)))

	secret, _ := NewRecovery()
	must(t, d.vault.NewKey(cheap, secret))
	now := d.vault.PapersDir()
	if now == former {
		t.Error("the folder is the former key's")
	}
	if _, err := os.Stat(former); !os.IsNotExist(err) {
		t.Errorf("the former folder is there: %v", err)
	}
	d.shut()
	d.secret = secret
	d.again()
	data, err := os.ReadFile(filepath.Join(d.vault.PapersDir(), paperID[:2], paperID))
	must(t, err)
	if bytes.Equal(data, out.Bytes()) {
		t.Error("it is sealed as before")
	}
	r, err := d.vault.Unseal(paperID, bytes.NewReader(data), int64(len(data)))
	must(t, err)
	got, err := io.ReadAll(r)
	if err != nil || !bytes.Equal(got, plain) || d.vault.PlainSize(int64(len(data))) != int64(len(plain)) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	d.shut()
}

// A damaged attachment keeps the former key in force: nothing is lost of what
// could be read.
func TestANewKeyWaitsForEveryAttachment(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, d.note("a"))
	dir := filepath.Join(d.vault.PapersDir(), paperID[:2])
	must(t, errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(filepath.Join(dir, paperID), []byte("no attachment"), 0o600)))
	secret, _ := NewRecovery()
	if err := d.vault.NewKey(cheap, secret); !errors.Is(err, errPaper) {
		t.Errorf("a new key: %v", err)
	}
	must(t, d.note("b"))
	d.shut()
	d.again()
	d.wants("2 a,b")
	d.shut()
}

// What a closed vault would seal, nobody could ever open, and everybody could
// read: its key is wiped.
func TestAClosedVaultSealsNothing(t *testing.T) {
	d := newDesk(t, placeIn(t.TempDir()))
	must(t, errors.Join(d.db.Close(), d.vault.Close()))
	var out bytes.Buffer
	if _, err := d.vault.Seal(paperID, &out); !errors.Is(err, errClosed) || out.Len() != 0 {
		t.Errorf("sealing: %v, %d bytes", err, out.Len())
	}
	if _, err := d.vault.Unseal(paperID, bytes.NewReader(sealed(t, nil)), int64(len(sealed(t, nil)))); !errors.Is(err, errClosed) {
		t.Errorf("reading: %v", err)
	}
	if _, err := d.vault.SlotOf(printed(t)); !errors.Is(err, errClosed) || d.vault.Slots() != nil {
		t.Errorf("its slots: %v", err)
	}
	if err := d.vault.Forget(); !errors.Is(err, errClosed) {
		t.Errorf("forgetting: %v", err)
	}
}
