package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// golden is a file of version 1 as a family may have it for years: two homes,
// an import, corrections on both sides, an entry withdrawn, one whose text was
// removed, a name that was mended, a copied folder. It is never written anew:
// what we once wrote must stay readable.
const golden = "testdata/version-1.acts"

func loaded(t testing.TB, data []byte) *history.History {
	t.Helper()
	acts, err := exchange.ReadActs(data)
	if err != nil {
		t.Fatal(err)
	}
	h := history.New(acts[0].Record)
	if err := h.Load(acts); err != nil {
		t.Fatal(err)
	}
	return h
}

func TestTheActsFileOfVersion1StaysReadable(t *testing.T) {
	data := load(t, golden)
	h := loaded(t, data)
	if h.Len() != 17 || len(h.Forks()) != 1 || len(h.Heads()) != 4 {
		t.Errorf("%d acts, %d forks, %d heads", h.Len(), len(h.Forks()), len(h.Heads()))
	}
	f := h.Fold(exchange.ReadNoun)
	if r := f.Record; len(r.Children) != 1 || len(r.Plans[0].Services) != 1 || len(r.Sessions) != 2 || len(f.Aside) > 0 {
		t.Errorf("%+v, set aside: %v", r, f.Aside)
	}
	if name := f.Record.Children[0].Name; name != "Zoë \"Z\" 李" {
		t.Errorf("the child is called %q", name)
	}
	if again := exchange.WriteActs(h); !bytes.Equal(again, data) {
		t.Error("written again, it is another file")
	}
}

func TestAHistoryComesBackOutOfItsFile(t *testing.T) {
	n := newNotebook(t)
	n.write(n.importing(load(t, whole))...)
	n.writer = someone("phone00000000002", "Dad")
	n.write(history.Change{Kind: history.Withdraw, Noun: history.Session, ID: "s2", Because: "it was \"the other\" week\n\u2028"})
	data := exchange.WriteActs(n.History)
	h := loaded(t, data)
	for i, a := range h.Acts() {
		if b := n.Acts()[i]; a.Hash() != b.Hash() || !bytes.Equal(a.Body, b.Body) || !bytes.Equal(a.Salt, b.Salt) {
			t.Errorf("act %d came back as another", i)
		}
	}
	if lines := bytes.Count(data, []byte("\n")); lines != n.Len()+2 {
		t.Errorf("%d acts on %d lines", n.Len(), lines)
	}
	if again := exchange.WriteActs(h); !bytes.Equal(again, data) {
		t.Error("written again, it is another file")
	}
}

func TestARecordWithoutActsHasAFile(t *testing.T) {
	data := exchange.WriteActs(history.New("record"))
	want := "{\"format\":\"midweek-acts\",\"version\":1,\"record\":\"record\"}\n{\"acts\":0,\"chains\":[]}\n"
	if string(data) != want {
		t.Errorf("%s", data)
	}
	if acts, err := exchange.ReadActs(data); err != nil || len(acts) != 0 {
		t.Errorf("%v, %v", acts, err)
	}
}

// A flipped byte in the line of an act is told with the author and number of
// that act, whichever byte it is.
func TestEveryFlippedByteNamesItsAct(t *testing.T) {
	data := load(t, golden)
	acts := loaded(t, data).Acts()
	lines := bytes.SplitAfter(data, []byte("\n"))
	random := rand.New(rand.NewPCG(1, 2))
	at := len(lines[0])
	for i, a := range acts {
		for offset := range len(lines[i+1]) - 1 {
			flipped := slices.Clone(data)
			flipped[at+offset] ^= byte(1 << random.IntN(8))
			want := fmt.Sprintf("%s %d", a.Author, a.N)
			if got := verdict(flipped); got != want {
				t.Fatalf("byte %d of act %d (%s) became %q: told %q, want %q\n%s", offset, i, lines[i+1], flipped[at+offset], got, want, lines[i+1][:offset])
			}
		}
		at += len(lines[i+1])
	}
}

// verdict is what is told of a file: author and number of a broken act, or a
// refusal.
func verdict(data []byte) string {
	acts, err := exchange.ReadActs(data)
	if err == nil && len(acts) > 0 {
		err = history.Verify(acts[0].Record, acts)
	}
	var act *history.Broken
	switch {
	case err == nil:
		return "sound"
	case errors.As(err, &act):
		return fmt.Sprintf("%s %d", act.Author, act.N)
	}
	return err.Error()
}

// Any byte of the first line, of the closing line and of the ends of lines is
// told too.
func TestEveryFlippedByteAroundTheActsIsTold(t *testing.T) {
	data := load(t, golden)
	random := rand.New(rand.NewPCG(3, 4))
	first, last := bytes.IndexByte(data, '\n'), bytes.LastIndexByte(data[:len(data)-1], '\n')
	told := map[string]int{}
	for at := range data {
		if first < at && at < last && data[at] != '\n' {
			continue
		}
		flipped := slices.Clone(data)
		flipped[at] += byte(random.IntN(255)) + 1
		got := verdict(flipped)
		if got == "sound" {
			t.Fatalf("byte %d can be %q", at, flipped[at])
		}
		_, code, found := strings.Cut(got, ": ")
		if !found {
			code = got
		}
		told[strings.Fields(code)[0]]++
	}
	for _, code := range []refusal.Code{refusal.NotActs, refusal.ActsOfTwo, refusal.ActsCut, refusal.ActsEnd} {
		if told[string(code)] == 0 {
			t.Errorf("no byte is told as %s: %v", code, told)
		}
	}
}

// A file that lost its end, to a full disk or to someone's scissors, says so.
func TestEveryCutFileIsTold(t *testing.T) {
	data := load(t, golden)
	acts := loaded(t, data).Acts()
	for n := range data {
		got := verdict(data[:n])
		whole := bytes.Count(data[:n], []byte("\n")) - 1 // lines of acts that are whole
		want := "line 1: not_acts"
		if whole == 0 {
			want = "line 2: not_acts"
		} else if whole > 0 {
			last := acts[min(whole, len(acts))-1]
			want = fmt.Sprintf("acts_cut author=%s n=%d", last.Author, last.N)
		}
		if got != want {
			t.Fatalf("the first %d of %d bytes: told %q, want %q", n, len(data), got, want)
		}
	}
}

// Lines can be taken out, doubled and moved so that each is sound by itself.
func TestLinesThatAreMissingOrDoubledAreTold(t *testing.T) {
	data := load(t, golden)
	h := loaded(t, data)
	lines := bytes.SplitAfter(data, []byte("\n"))
	for i, a := range h.Acts() {
		want := fmt.Sprintf("%s %d", a.Author, a.N)
		without := verdict(bytes.Join(slices.Delete(slices.Clone(lines), i+1, i+2), nil))
		if without != want && !(want == "Dad 1" && without == "Dad (José) 1") { // whose act a missing one was is known from the next
			t.Errorf("without %s: told %q", want, without)
		}
		if got := verdict(bytes.Join(slices.Insert(slices.Clone(lines), i+1, lines[i+1]), nil)); !strings.HasPrefix(got, "acts_end") {
			t.Errorf("%s twice: told %q", want, got)
		}
	}
}

func TestWhatIsNoActsFileIsToldSo(t *testing.T) {
	for _, c := range []struct{ what, data, want string }{
		{"nothing", "", "line 1: not_acts"},
		{"a blank line", "\n", "line 1: not_acts"},
		{"words", "Dear school,\n", "line 1: not_acts"},
		{"a record", string(load(t, whole)), "line 1: not_acts"},
		{"another format", `{"format":"acts","version":1,"record":"r"}` + "\n", "line 1: not_acts"},
		{"other names", `{"FORMAT":"midweek-acts","version":1,"record":"r"}` + "\n", "line 1: not_acts"},
		{"blanks", `{"format": "midweek-acts","version":1,"record":"r"}` + "\n", "line 1: not_acts"},
		{"version 0", `{"format":"midweek-acts","version":0,"record":"r"}` + "\n", "line 1: not_acts"},
		{"a newer version", `{"format":"midweek-acts","version":2,"id":"r"}` + "\n", "line 1: newer_version found=2 known=1"},
		{"a byte order mark", "\ufeff" + `{"format":"midweek-acts","version":1,"record":"r"}` + "\n", "line 1: not_acts"},
		{"lines as on Windows", strings.ReplaceAll(string(load(t, golden)), "\n", "\r\n"), "line 1: not_acts"},
		{"two files in one", string(load(t, golden)) + string(load(t, golden)), ""},
		{"too many lines", strings.Repeat("\n", 1_000_001), "too_many_rows limit=1000000"},
	} {
		got := verdict([]byte(c.data))
		if c.want == "" && got != "sound" {
			continue
		}
		if got != c.want {
			t.Errorf("%s: told %q, want %q", c.what, got, c.want)
		}
	}
}

// An act of another record, sound by itself, does not belong here.
func TestAnActOfAnotherRecordIsTold(t *testing.T) {
	n := newNotebook(t)
	n.History = history.New("another record")
	n.write(n.importing(load(t, whole))...)
	mine := bytes.SplitAfter(load(t, golden), []byte("\n"))
	other := bytes.SplitAfter(exchange.WriteActs(n.History), []byte("\n"))
	mine[3] = other[3]
	if got := verdict(bytes.Join(mine, nil)); got != "Mom 3" {
		t.Errorf("told %q", got)
	}
}

func FuzzReadActs(f *testing.F) {
	f.Add(load(f, golden))
	f.Add(exchange.WriteActs(history.New("r")))
	f.Add([]byte(`{"format":"midweek-acts","version":1,"record":"r"}` + "\n{}\n" + `{"acts":-1,"chains":[{"device":"","authors":[],"acts":-5,"heads":null}]}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		acts, err := exchange.ReadActs(data)
		if err != nil {
			var act *history.Broken
			if !errors.As(err, &act) {
				forAPerson(t, err)
			}
			return
		}
		if len(acts) == 0 || history.Verify(acts[0].Record, acts) != nil {
			return
		}
		if again := exchange.WriteActs(loaded(t, data)); !bytes.Equal(again, data) {
			t.Errorf("read from\n%s\nand written as\n%s", data, again)
		}
	})
}
