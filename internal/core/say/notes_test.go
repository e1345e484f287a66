package say_test

import (
	"testing"

	"midweek/internal/core/breaks"
	"midweek/internal/core/iep"
	"midweek/internal/core/removal"
	"midweek/internal/core/say"
)

// What the rooms of breaks and removals can answer has words.
func TestWhatStandsBesideTheMinutesHasWords(t *testing.T) {
	want := func(code string) {
		if !say.English.Has(code) {
			t.Errorf("%s has no words", code)
		}
	}
	for _, gap := range []breaks.Gap{breaks.Whole, breaks.NoBefore, breaks.NoAfter, breaks.Neither, breaks.Apart} {
		want("break.gap." + string(gap))
	}
	for _, side := range []iep.Side{iep.Before, iep.After} {
		want("break.ask." + string(side))
	}
	for _, why := range removal.Whys {
		if why.Counts() {
			want("removal.why." + string(why))
			continue
		}
		want("removal.apart." + string(why))
		want("removal.question." + string(why))
	}
	for _, r := range removal.Rules() {
		want("removal.rule." + r.ID)
	}
	want("reason." + string(removal.SuspendedEarly))
	want("reason." + string(removal.SuspendedLate))
}
