package history

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A Hash names an act: SHA-256 of its outside, 64 lower-case hex digits. The
// empty Hash is none.
type Hash string

// SaltSize is the length of an act's salt, in bytes.
const SaltSize = 16

// An Act is one thing that was written, and by whom. Its outside stays for
// ever and is what the hash covers; salt and body are covered by Commit and can
// be removed.
type Act struct {
	Record string // the id of the family's record
	Device string // the id of the writer's chain
	N      int    // the place in that chain, from 1
	Prev   Hash   // the act before it in the chain; none at 1
	Author string // the name the person typed
	At     string // when it was written, such as 2027-03-11T20:14:05-05:00
	Priors []Hash // the acts on the same noun that it replaces, sorted
	Seen   []Hash // heads of other chains that came in since Prev, sorted
	Commit Hash   // SHA-256 of Salt followed by Body
	Salt   []byte // 16 bytes; nil once redacted
	Body   []byte // JSON as it was written; nil once redacted

	// Stated is the hash that stood beside the act where it was kept. Loading
	// refuses an act whose own is another; none is not compared.
	Stated Hash

	hash Hash
}

// Hash is the act's name. It is computed once, so that the outside of an act
// must not be changed after it was asked.
func (a *Act) Hash() Hash {
	if a.hash == "" {
		sum := sha256.Sum256(a.outside())
		a.hash = Hash(hex.EncodeToString(sum[:]))
	}
	return a.hash
}

// outside is the text that the hash covers: a line for every field.
func (a *Act) outside() []byte {
	b := make([]byte, 0, 512)
	for _, field := range []string{"midweek act 1", a.Record, a.Device, a.Author, strconv.Itoa(a.N), a.At, string(a.Prev)} {
		b = append(append(b, field...), '\n')
	}
	b = append(joined(b, a.Priors), '\n')
	b = append(joined(b, a.Seen), '\n')
	return append(b, a.Commit...)
}

func joined(b []byte, hashes []Hash) []byte {
	for i, h := range hashes {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, h...)
	}
	return b
}

// Redacted says whether the body was removed.
func (a *Act) Redacted() bool { return a.Body == nil }

// commitment is what an act says of its body: SHA-256 of the salt followed by
// the bytes of the body.
func commitment(salt, body []byte) Hash {
	s := sha256.New()
	s.Write(salt)
	s.Write(body)
	return Hash(hex.EncodeToString(s.Sum(nil)))
}

// wellFormed says whether every field of the outside is as it must be, so that
// one act has one text and one hash.
func (a *Act) wellFormed() bool {
	_, dated := instant(a.At)
	return a.Record != "" && a.Device != "" && a.N >= 1 && dated &&
		plain(a.Record) && plain(a.Device) && plain(a.Author) &&
		(a.N == 1) == (a.Prev == "") && (a.Prev == "" || a.Prev.valid()) &&
		a.Commit.valid() && ordered(a.Priors) && ordered(a.Seen)
}

// plain says whether a text stands on one line.
func plain(text string) bool {
	return utf8.ValidString(text) && strings.IndexFunc(text, unicode.IsControl) < 0
}

func (h Hash) valid() bool {
	if len(h) != 2*sha256.Size {
		return false
	}
	for i := range len(h) {
		if c := h[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

func ordered(hashes []Hash) bool {
	for i, h := range hashes {
		if !h.valid() || i > 0 && hashes[i-1] >= h {
			return false
		}
	}
	return true
}

// instant reads when an act was written, to the second and with its distance
// from UTC; any other way to write it is refused.
func instant(at string) (time.Time, bool) {
	if len(at) != len("2027-03-11T20:14:05Z") && len(at) != len("2027-03-11T20:14:05-05:00") {
		return time.Time{}, false
	}
	t, err := time.ParseInLocation(time.RFC3339, at, time.UTC)
	next := at[len("2027-03-11T20:14:05")]
	return t, err == nil && next != '.' && next != ','
}

// sortedSet is a copy of hashes, sorted, each once; nil for none.
func sortedSet(hashes []Hash) []Hash {
	set := slices.Clone(hashes)
	slices.Sort(set)
	return slices.Compact(set)
}

// Written is the instant of At.
func (a *Act) Written() time.Time {
	at, _ := instant(a.At)
	return at
}
