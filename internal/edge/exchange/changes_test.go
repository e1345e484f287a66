package exchange_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
	"midweek/internal/sample"
)

// A notebook is a history while a test writes in it, a minute later each time.
type notebook struct {
	testing.TB
	*history.History
	writer  history.Writer
	minutes int
}

func newNotebook(t testing.TB) *notebook {
	return &notebook{TB: t, History: history.New("record0000000001"), writer: someone("laptop0000000001", "Mom")}
}

// someone writes with bytes that are all different and always the same.
func someone(device, author string) history.Writer {
	drawn := uint64(len(device)) + uint64(device[len(device)-1])<<32
	return history.Writer{Device: device, Author: author, Random: func(n int) []byte {
		var b []byte
		for len(b) < n {
			drawn = drawn*6364136223846793005 + 1442695040888963407
			b = binary.BigEndian.AppendUint64(b, drawn)
		}
		return b[:n]
	}}
}

func (n *notebook) write(changes ...history.Change) []history.Act {
	n.Helper()
	n.minutes++
	acts, err := n.Write(n.writer, fmt.Sprintf("2026-11-21T%02d:%02d:00-05:00", 8+n.minutes/60, n.minutes%60), changes)
	if err != nil {
		n.Fatal(err)
	}
	n.Add(acts)
	return acts
}

func (n *notebook) importing(file []byte) []history.Change {
	n.Helper()
	r, err := exchange.Read(file)
	if err != nil {
		n.Fatal(err)
	}
	changes, err := exchange.Changes(r, exchange.FileHash(file))
	if err != nil {
		n.Fatal(err)
	}
	return exchange.New(changes, n.History)
}

func (n *notebook) file() []byte {
	n.Helper()
	data, err := exchange.Write(n.Fold(exchange.ReadNoun).Record)
	if err != nil {
		n.Fatal(err)
	}
	return data
}

// What was taken in is what is written out again.
func TestAnImportFoldsToTheFile(t *testing.T) {
	for name, file := range map[string][]byte{"whole": load(t, whole), "sample": sample.File()} {
		t.Run(name, func(t *testing.T) {
			n := newNotebook(t)
			n.write(n.importing(file)...)
			if got, want := n.file(), rewritten(t, file); !bytes.Equal(got, want) {
				sameJSON(t, want, got)
				t.Error("the file came back in another order")
			}
			if aside := n.Fold(exchange.ReadNoun).Aside; len(aside) > 0 {
				t.Errorf("set aside: %v", aside)
			}
		})
	}
}

func TestAnyRecordComesBackOutOfItsActs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := coretest.Records().Draw(rt, "record")
		changes, err := exchange.Changes(r, exchange.FileHash(nil))
		if err != nil {
			rt.Fatal(err)
		}
		n := newNotebook(t)
		n.write(changes...)
		folded, err := exchange.Write(n.Fold(exchange.ReadNoun).Record)
		if err != nil {
			rt.Fatal(err)
		}
		if want := mustWrite(rt, r); !bytes.Equal(folded, want) {
			rt.Fatalf("taken in:\n%s\ncame back:\n%s", want, folded)
		}
	})
}

// What is referred to is written before what refers to it, and every act says
// whose it is, so that a child's entries can be found.
func TestAnImportIsInOrderAndKnowsItsChildren(t *testing.T) {
	file := change(t, "plans[0].services[1].series_id", `"sp"`)
	var got []string
	for _, c := range newNotebook(t).importing(file) {
		got = append(got, fmt.Sprintf("%s %s %s %v", c.Kind, c.Noun, c.ID, c.Children))
	}
	hash := exchange.FileHash(file)[:16]
	want := []string{
		"add child ana [ana]", "add child bo [bo]", "add calendar y1 [ana]", "add policy p1 [ana]", "add plan iep [ana]",
		"add service sp-1 [ana]", "add service ot-1 [ana]", "add session s1 [ana]", "add session s2 [ana]",
		"add decision d1 [ana]", "add decision d2 [ana]", "add request q1 [ana]", "add meeting m1 [ana]", "add esy e1 [ana]",
		"add carryover o1 [ana]", "add contact c1 [ana]", "add note n1 [ana]", "add promise p1 [ana]", "add removal r1 [ana]", "add arrangement m1 [ana]", "add attachment a1 [ana]",
		"add import " + hash + " [ana bo]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What two children share concerns both; what a child shares only by name does
// not.
func TestWhatIsSharedConcernsBothChildren(t *testing.T) {
	file := frame(`"children": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
		"calendars": [{"id": "y", "first_day": "2025-01-01", "last_day": "2025-06-01"}],
		"policies": [{"id": "p"}, {"id": "q"}],
		"plans": [
			{"id": "pa", "child_id": "a", "kind": "IEP", "calendar_ids": ["y"], "policy_id": "p", "services": [{"id": "x", "start": "2025-01-01", "end": "2025-02-01"}]},
			{"id": "pb", "child_id": "b", "kind": "IEP", "calendar_ids": ["y"], "policy_id": "p", "services": [{"id": "w", "series_id": "x", "start": "2025-01-01", "end": "2025-02-01"}]}],
		"sessions": [{"id": "s", "service_id": "x", "date": "2025-01-02", "kind": "regular", "status": "missed"}],
		"decisions": [{"id": "d", "service_id": "x", "date": "2025-01-02", "owed": "yes"}]`)
	got := map[string]string{}
	for _, c := range newNotebook(t).importing(file) {
		got[string(c.Noun)+" "+c.ID] = fmt.Sprint(c.Children)
	}
	for what, want := range map[string]string{
		"calendar y": "[a b]", "policy p": "[a b]", "policy q": "[]", "service w": "[b]", "session s": "[a]", "decision d": "[a]",
	} {
		if got[what] != want {
			t.Errorf("%s concerns %s, want %s", what, got[what], want)
		}
	}
}

// The import says which file it was, and keeps what the program does not know.
func TestTheImportItselfIsWrittenDown(t *testing.T) {
	file := change(t, "x_kept", `{"y": 1}`)
	changes := newNotebook(t).importing(file)
	last := changes[len(changes)-1]
	value, err := exchange.ReadNoun(last.Noun, last.ID, last.Value)
	if err != nil {
		t.Fatal(err)
	}
	imported := value.(*record.Import)
	if imported.SHA256 != exchange.FileHash(file) || imported.Counts["services"] != 2 || imported.Counts["sessions"] != 2 || imported.Counts["esy"] != 1 {
		t.Errorf("%+v", imported)
	}
	if len(imported.Unknown) != 2 || imported.Unknown["x_kept"] == nil || imported.Unknown["letters"] == nil {
		t.Errorf("the file's own fields: %v", imported.Unknown)
	}
}

// An older program kept a list that it did not know beside the lists. It is left
// in its act and not written twice.
func TestAListLearnedLaterIsLeftInItsAct(t *testing.T) {
	n := newNotebook(t)
	value, err := exchange.WriteNoun(&record.Import{ID: "i", SHA256: "ab", Counts: map[string]int{}, Unknown: iep.Unknown{
		"contacts": iep.Raw(`[{"id": "c", "role": 5}]`), "x_kept": iep.Raw("1"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	n.write(history.Change{Kind: history.Add, Noun: history.Import, ID: "i", Value: value})
	r, err := exchange.Read(n.file())
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Contacts) > 0 || len(r.Unknown) != 1 || string(r.Unknown["x_kept"]) != "1" {
		t.Errorf("%+v beside %v", r.Contacts, r.Unknown)
	}
}

func TestTheSameFileTwiceAddsNothing(t *testing.T) {
	n := newNotebook(t)
	file := change(t, "decisions[1].id", "")
	n.write(n.importing(file)...)
	if again := n.importing(file); len(again) > 0 {
		t.Errorf("%d changes, the first %+v", len(again), again[0])
	}
	spelled := slices.Concat([]byte(" \n"), rewritten(t, file)) // other bytes, the same rows
	if again := n.importing(spelled); len(again) > 0 {
		t.Errorf("the same rows in another file: %+v", again)
	}
	if more := n.importing(change(t, "letters", `[{"id": "l2"}]`)); len(more) != 2 { // the decision has its id there
		t.Errorf("a field of the file's own: %+v", more)
	}
}

// A file that was written before the family changed its mind does not change
// it back.
func TestAnOldFileTurnsNothingBack(t *testing.T) {
	n := newNotebook(t)
	n.write(n.importing(load(t, whole))...)
	n.write(history.Change{Kind: history.Correct, Noun: history.Session, ID: "s2", Children: []string{"ana"},
		Value: []byte(`{"id":"s2","service_id":"sp-1","date":"2024-08-20","kind":"regular","status":"delivered"}`)})
	n.write(history.Change{Kind: history.Withdraw, Noun: history.Decision, ID: "d2", Children: []string{"ana"}})
	want := n.file()
	n.write(n.importing(change(t, "sessions[0].note", `"left early"`))...) // the same rows, other bytes
	if got := n.file(); !bytes.Equal(got, want) {
		sameJSON(t, want, got)
	}
}

// A newer file corrects, and the version before stays in the history.
func TestANewerFileCorrects(t *testing.T) {
	n := newNotebook(t)
	n.write(n.importing(load(t, whole))...)
	n.write(history.Change{Kind: history.Withdraw, Noun: history.Decision, ID: "d2", Children: []string{"ana"}})
	newer := change(t, "decisions[1].note", `"asked again"`)
	changes := n.importing(newer)
	if len(changes) != 2 || changes[0].Kind != history.Correct || changes[0].ID != "d2" {
		t.Fatalf("%+v", changes)
	}
	n.write(changes...)
	if got, want := n.file(), rewritten(t, newer); !bytes.Equal(got, want) {
		sameJSON(t, want, got)
	}
	if acts := n.EntryActs(history.Key{Noun: history.Decision, ID: "d2"}); len(acts) != 3 {
		t.Errorf("%d acts in the history of the decision", len(acts))
	}
}

// A file does not choose between two versions; one that has either of them says
// nothing new.
func TestAnImportSettlesNoConflict(t *testing.T) {
	n := newNotebook(t)
	n.write(n.importing(load(t, whole))...)
	phone := newNotebook(t)
	if err := phone.Load(values(n.Acts())); err != nil {
		t.Fatal(err)
	}
	phone.writer = someone("phone00000000002", "Dad")
	change1 := change(t, "sessions[1].note", `"one"`)
	change2 := change(t, "sessions[1].note", `"two"`)
	n.write(n.importing(change1)...)
	if err := n.Load(phone.write(phone.importing(change2)...)); err != nil {
		t.Fatal(err)
	}
	if c := n.Fold(exchange.ReadNoun).Conflicts; len(c) != 1 {
		t.Fatalf("conflicts: %v", c)
	}
	for _, file := range [][]byte{change1, change2, load(t, whole)} {
		if news := n.importing(file); len(news) > 0 {
			t.Errorf("news: %+v", news)
		}
	}
	_, err := n.Write(n.writer, "2026-11-22T08:00:00-05:00", n.importing(change(t, "sessions[1].note", `"three"`)))
	if got := told(t, err); got != "in_conflict" {
		t.Errorf("told %q", got)
	}
}

func values(acts []*history.Act) (list []history.Act) {
	for _, a := range acts {
		list = append(list, *a)
	}
	return list
}

// Who takes an import back can make it again.
func TestAnImportThatWasUndoneCanBeRepeated(t *testing.T) {
	n := newNotebook(t)
	n.write(n.importing(load(t, whole))...)
	deed, blockers := n.Undoable(n.writer.Device, n.writer.Author)
	if deed == nil || len(blockers) > 0 {
		t.Fatalf("the import cannot be undone: %v", blockers)
	}
	n.write(n.UndoChanges(deed)...)
	if r := n.Fold(exchange.ReadNoun).Record; len(r.Children) > 0 || len(r.Unknown) > 0 {
		t.Errorf("after the undo: %+v", r)
	}
	n.write(n.importing(load(t, whole))...)
	if got, want := n.file(), rewritten(t, load(t, whole)); !bytes.Equal(got, want) {
		sameJSON(t, want, got)
	}
}

// Rows that are the same and have no id are each kept, under names that every
// import of them gives.
func TestDecisionsWithoutAnIDAreNamedByTheirContent(t *testing.T) {
	row := `{"service_id": "sp", "date": "2024-08-20", "owed": "yes"}`
	same := `{"owed": "yes", "date": "2024-08-20", "service_id": "sp"}`
	other := `{"service_id": "sp", "date": "2024-08-27", "owed": "yes"}`
	ids := func(decisions string) (ids []string) {
		for _, c := range newNotebook(t).importing(change(t, "decisions", decisions)) {
			if c.Noun == history.Decision {
				ids = append(ids, c.ID)
			}
		}
		return ids
	}
	got := ids("[" + row + "," + other + "," + same + "]")
	if len(got) != 3 || got[0] == got[1] || got[0] == got[2] || len(got[0]) != 16 {
		t.Fatalf("ids %v", got)
	}
	if again := ids("[" + other + "," + same + "]"); again[0] != got[1] || again[1] != got[0] {
		t.Errorf("ids %v, and in another file %v", got, again)
	}
	taken := `{"id": "` + got[0] + `", "service_id": "sp", "date": "2024-08-27", "owed": "no"}`
	if beside := ids("[" + row + "," + taken + "]"); beside[0] == beside[1] {
		t.Errorf("two rows are named %s", beside[0])
	}
	n := newNotebook(t)
	n.write(n.importing(change(t, "decisions", "["+row+","+other+","+same+"]"))...)
	if len(n.Fold(exchange.ReadNoun).Record.Decisions) != 3 {
		t.Errorf("%d decisions", len(n.Fold(exchange.ReadNoun).Record.Decisions))
	}
	if again := n.importing(n.file()); len(again) > 0 {
		t.Errorf("what was written out brings %d changes", len(again))
	}
}

// A number that an act cannot hold is told where it stands in the file.
func TestANumberThatAnActCannotHoldIsToldAtItsPath(t *testing.T) {
	for path, want := range map[string]string{
		"sessions[1].x":                         "sessions[1].x: out_of_bounds",
		"plans[0].services[0].schedules[0].x":   "plans[0].services[0].schedules[0].x: out_of_bounds",
		"plans[0].x":                            "plans[0].x: out_of_bounds",
		"x":                                     "x: out_of_bounds",
		"calendars[0].closures[1].x":            "calendars[0].closures[1].x: out_of_bounds",
		"plans[0].services[0].requirement.deep": "plans[0].services[0].requirement.deep: out_of_bounds",
	} {
		file := change(t, path, `9007199254740993`)
		r, err := exchange.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := exchange.Changes(r, exchange.FileHash(file)); told(t, err) != want {
			t.Errorf("told %q, want %q", told(t, err), want)
		}
	}
}
