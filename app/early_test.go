package app

import (
	"slices"
	"testing"

	"midweek/internal/core/iep"
)

// Today says early what the family chose to hear, at the service it is about,
// and nothing when all of it is turned off.
func TestTodaySaysEarlyWhatTheFamilyChose(t *testing.T) {
	early := func(chosen *iep.Alarm) []string {
		s := sampleSheet(t)
		r := *s.Record
		r.Children = slices.Clone(r.Children)
		for i := range r.Children {
			r.Children[i].Alarm = chosen
		}
		s = drawn(t, &r, s.Today)
		var all []string
		for _, series := range s.Of("") {
			all = append(all, earlyTexts(s.balance(series).Early)...)
		}
		return all
	}
	if all := early(&iep.Alarm{InARow: new(0), Share: new(0), Vacancy: new(0), Fit: new(0)}); len(all) > 0 {
		t.Errorf("turned off, and still %q", all)
	}
	if all := early(&iep.Alarm{InARow: new(0), Share: new(1), Weeks: new(52), Vacancy: new(0), Fit: new(200)}); len(all) < 2 {
		t.Errorf("one percent of a year, and all that still fits: only %q", all)
	}
	const short = "73 minutes to make up no longer fit before the last day at one session a week."
	if all := early(nil); !slices.Contains(all, short) {
		t.Errorf("as the program has it: %q, want %q among them", all, short)
	}
}

func earlyTexts(lines []EarlyLine) []string {
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.Text)
	}
	return texts
}
