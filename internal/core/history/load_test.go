package history_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// twoHomes is a record with two chains, a prior, a seen head and a redaction.
func twoHomes(t failer) *home {
	mom := family(t)
	dad := second(mom, "phone", "Dad")
	mom.does(missed("a", "therapist was out"))
	dad.does(missed("b", "bus was late"))
	mom.gets(dad)
	gone := mom.does(missed("c", "a secret"))
	mom.does(correct(history.Session, "b", small{Service: "speech", Status: "delivered"}))
	mom.does(mom.Redact(gone, "private"))
	dad.gets(mom)
	dad.does(given("e"))
	mom.gets(dad)
	return mom
}

// Whatever the order, a sound record is taken; twice is once.
func TestASoundRecordIsTakenInAnyOrder(t *testing.T) {
	acts := values(twoHomes(t).Acts())
	rapid.Check(t, func(t *rapid.T) {
		mixed := rapid.Permutation(append(slices.Clone(acts), acts[:3]...)).Draw(t, "order")
		h := history.New("family")
		if err := h.Load(mixed); err != nil || h.Len() != len(acts) {
			t.Fatalf("%d of %d acts: %v", h.Len(), len(acts), err)
		}
	})
}

// parts are the bytes of an act that a flipped bit could reach. A number is
// changed in its last bit.
func parts(a *history.Act, flip func([]byte)) map[string]func() {
	text := func(s *string) func() {
		return func() { b := []byte(*s); flip(b); *s = string(b) }
	}
	hash := func(h *history.Hash) func() {
		return func() { b := []byte(*h); flip(b); *h = history.Hash(b) }
	}
	all := map[string]func(){
		"record": text(&a.Record), "device": text(&a.Device), "author": text(&a.Author), "at": text(&a.At),
		"n": func() { a.N ^= 1 }, "commit": hash(&a.Commit),
	}
	if a.Prev != "" {
		all["prev"] = hash(&a.Prev)
	}
	if len(a.Priors) > 0 {
		all["priors"] = hash(&a.Priors[0])
	}
	if len(a.Seen) > 0 {
		all["seen"] = hash(&a.Seen[0])
	}
	if !a.Redacted() {
		all["salt"], all["body"] = func() { flip(a.Salt) }, func() { flip(a.Body) }
	}
	return all
}

// One flipped bit of any act's outside, body or salt is found, and the act is
// named by author and number.
func TestAnyFlippedByteIsNamed(t *testing.T) {
	acts := values(twoHomes(t).Acts())
	rapid.Check(t, func(t *rapid.T) {
		broken := copied(acts)
		a := &broken[rapid.IntRange(0, len(broken)-1).Draw(t, "act")]
		a.Stated = a.Hash()
		bit := byte(1) << rapid.IntRange(0, 7).Draw(t, "bit")
		at := rapid.IntRange(0, 1000).Draw(t, "byte")
		flips := parts(a, func(b []byte) { b[at%len(b)] ^= bit })
		part := rapid.SampledFrom([]string{"record", "device", "author", "at", "n", "commit", "prev", "priors", "seen", "salt", "body"}).Draw(t, "part")
		if flips[part] == nil {
			t.Skip("the act has no " + part)
		}
		flips[part]()
		var found *history.Broken
		if err := history.Verify("family", broken); !errors.As(err, &found) {
			t.Fatalf("%s of act %d of %s was flipped: %v", part, a.N, a.Device, err)
		}
		if found.N != a.N || found.Author != a.Author || found.Device != a.Device {
			t.Fatalf("%s of act %d of %s was flipped, and named is %v", part, a.N, a.Device, found)
		}
	})
}

func copied(acts []history.Act) []history.Act {
	list := slices.Clone(acts)
	for i := range list {
		list[i].Salt, list[i].Body = slices.Clone(list[i].Salt), slices.Clone(list[i].Body)
		list[i].Priors, list[i].Seen = slices.Clone(list[i].Priors), slices.Clone(list[i].Seen)
	}
	return list
}

// Without the hashes that stood beside the acts, an act that was changed is
// found by the one that follows it.
func TestAChangedActIsFoundByItsFollower(t *testing.T) {
	acts := values(family(t).Acts())
	for i := range acts {
		acts[i].Stated = ""
	}
	acts[2].Author = "Nobody"
	wantBroken(t, acts, history.Broken{Author: "Nobody", Device: "laptop", N: 3, Why: history.WrongHash})
	wantBroken(t, slices.Delete(acts, 2, 3), history.Broken{Author: "Mom", Device: "laptop", N: 3, Why: history.Gap})
}

func wantBroken(t *testing.T, acts []history.Act, want history.Broken) {
	t.Helper()
	var found *history.Broken
	if err := history.Verify("family", acts); !errors.As(err, &found) || *found != want {
		t.Errorf("%v, want %v", err, &want)
	}
}

// A record that is not whole, or not sound, is refused with the act that shows it.
func TestWhatDoesNotHoldTogetherIsRefused(t *testing.T) {
	for _, c := range []struct {
		what string
		harm func(h *home, acts []history.Act) []history.Act
		why  history.Fault
		n    int
	}{
		{"another record", func(_ *home, acts []history.Act) []history.Act {
			for i := range acts {
				acts[i].Record, acts[i].Stated = "neighbours", ""
			}
			return acts
		}, history.OtherRecord, 1},
		{"a body taken out", func(_ *home, acts []history.Act) []history.Act {
			acts[1].Body, acts[1].Salt = nil, nil
			return acts
		}, history.BodyMissing, 2},
		{"a salt taken out", func(_ *home, acts []history.Act) []history.Act {
			acts[1].Salt = nil
			return acts
		}, history.WrongCommit, 2},
		{"a body put for another", func(_ *home, acts []history.Act) []history.Act {
			acts[1].Body, acts[1].Salt = acts[2].Body, acts[2].Salt
			return acts
		}, history.WrongCommit, 2},
		{"a chain that skips", func(_ *home, acts []history.Act) []history.Act {
			acts[4].N, acts[4].Stated = 6, ""
			return acts
		}, history.WrongChain, 6},
		{"a head that was seen and is gone", func(h *home, _ []history.Act) []history.Act {
			dad := second(h, "phone", "Dad")
			dad.does(missed("x", ""))
			h.gets(dad)
			h.does(missed("y", ""))
			acts := values(h.Acts())
			return acts[:len(acts)-1]
		}, history.SeenMissing, 6},
		{"an act on another noun replaced", func(h *home, acts []history.Act) []history.Act {
			a := h.makes(correct(history.Child, "mia", small{}))[0]
			a.Priors, a.Stated = []history.Hash{acts[1].Hash()}, ""
			return append(acts, a)
		}, history.PriorOfOther, 6},
		{"an act replaced that is not there", func(h *home, acts []history.Act) []history.Act {
			a := h.makes(correct(history.Child, "mia", small{}))[0]
			a.Priors, a.Stated = []history.Hash{acts[0].Commit}, ""
			return append(acts, a)
		}, history.PriorMissing, 6},
		{"hashes out of order", func(h *home, acts []history.Act) []history.Act {
			acts[4].Priors = []history.Hash{"b" + acts[0].Hash()[1:], "a" + acts[0].Hash()[1:]}
			return acts
		}, history.BadForm, 5},
		{"a line break in a name", func(h *home, acts []history.Act) []history.Act {
			acts[4].Author = "Mom\nDad"
			return acts
		}, history.BadForm, 5},
		{"no real time", func(h *home, acts []history.Act) []history.Act {
			acts[4].At = "2027-02-30T10:00:00Z"
			return acts
		}, history.BadForm, 5},
		{"parts of a second", func(h *home, acts []history.Act) []history.Act {
			acts[4].At = "2027-02-20T10:00:00.1234Z"
			return acts
		}, history.BadForm, 5},
	} {
		h := family(t)
		acts := c.harm(h, values(h.Acts()))
		var found *history.Broken
		if err := history.Verify("family", acts); !errors.As(err, &found) || found.Why != c.why || found.N != c.n {
			t.Errorf("%s: %v, want %s at %d", c.what, err, c.why, c.n)
		}
	}
}

// Refused is refused whole: nothing of it is taken.
func TestNothingIsTakenOfWhatIsBroken(t *testing.T) {
	h := family(t)
	dad := second(h, "phone", "Dad")
	dad.does(missed("x", ""), missed("y", ""))
	acts := values(dad.Acts())
	acts[len(acts)-1].Body[10] ^= 1
	if _, err := h.Merge(acts); err == nil || h.Load(acts) == nil || h.Len() != 5 {
		t.Errorf("%d acts", h.Len())
	}
}

// A body that a newer program wrote is refused with the version it needs; one
// that no program wrote is broken.
func TestBodies(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{`{"v":1,"deed":"d","kind":"add","noun":"child","id":"a","value":{}}`, ""},
		{`{"v":1,"deed":"d","kind":"redact","value":null,"of":["x"]}`, ""},
		{`{"v":2,"deed":"d","kind":"add","noun":"child","id":"a","value":{}}`, "newer"},
		{`{"v":3,"what":"ever"}`, "newer"},
		{`{"v":1,"deed":"d","kind":"add","noun":"child","id":"a","value":{},"more":1}`, "bad"},
		{`{"v":1,"deed":"d","kind":"add","noun":"child","id":"a","value":{}} {}`, "bad"},
		{`{"v":1,"deed":"d","kind":"paint","noun":"child","id":"a","value":{}}`, "bad"},
		{`{"v":1,"deed":"d","kind":"add","noun":"child","value":{}}`, "bad"},
		{`{"v":1,"deed":"d","kind":"add","id":"a","value":{}}`, "bad"},
		{`{"v":1,"deed":"d","kind":"redact","noun":"child","id":"a","value":null}`, "bad"},
		{`{"v":1,"kind":"add","noun":"child","id":"a","value":{}}`, "bad"},
		{`{"v":0,"deed":"d","kind":"add","noun":"child","id":"a","value":{}}`, "bad"},
		{`[]`, "bad"},
		{``, "bad"},
	} {
		a := history.Act{Body: []byte(c.body)}
		b, err := a.Read()
		got := ""
		if r := refusal.From(err); r != nil && r.Code == refusal.NewerVersion && r.Args["known"] == "1" {
			got = "newer"
		} else if err != nil {
			got = "bad"
		}
		if got != c.want || (err == nil) != (b != nil) {
			t.Errorf("%s: %v, want %q", c.body, err, c.want)
		}
	}
}

// A whole record is refused by the version it needs, unless it is broken.
func TestARecordOfANewerProgramIsLeftAlone(t *testing.T) {
	acts, err := golden(t, "newer.json"), error(nil)
	if err = history.Verify("family", acts); refusal.From(err) == nil || refusal.From(err).Code != refusal.NewerVersion {
		t.Errorf("%v", err)
	}
	acts[0].Salt[0] ^= 1
	wantBroken(t, acts, history.Broken{Author: "Mom", Device: "laptop", N: 1, Why: history.WrongCommit})
}
