package binder

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
)

// A request by word of mouth is confirmed by one of its kind in writing, for the
// same child, on that day or later.
func TestWhatIsConfirmedInWriting(t *testing.T) {
	on := day.MustParse("2026-09-08")
	asked := iep.Request{ID: "r1", ChildID: "mia", Kind: "evaluation", Way: iep.Oral, SentOn: on}
	for what, c := range map[string]struct {
		later iep.Request
		want  bool
	}{
		"the same day":     {iep.Request{ChildID: "mia", Kind: "evaluation", Way: iep.Written, SentOn: on}, false},
		"arrived later":    {iep.Request{ChildID: "mia", Kind: "evaluation", Way: iep.Written, ReceivedOn: on + 1}, false},
		"before":           {iep.Request{ChildID: "mia", Kind: "evaluation", Way: iep.Written, SentOn: on - 1}, true},
		"aloud again":      {iep.Request{ChildID: "mia", Kind: "evaluation", Way: iep.Oral, SentOn: on + 1}, true},
		"of another kind":  {iep.Request{ChildID: "mia", Kind: "records", Way: iep.Written, SentOn: on + 1}, true},
		"of another child": {iep.Request{ChildID: "theo", Kind: "evaluation", Way: iep.Written, SentOn: on + 1}, true},
	} {
		book := &Book{Record: &record.Record{Requests: []iep.Request{asked, c.later}}}
		if got := book.Unconfirmed(&asked); got != c.want {
			t.Errorf("%s: unconfirmed %t, want %t", what, got, c.want)
		}
	}
	written := iep.Request{Way: iep.Written}
	if (&Book{Record: &record.Record{}}).Unconfirmed(&written) {
		t.Error("what is written needs no confirming")
	}
}
