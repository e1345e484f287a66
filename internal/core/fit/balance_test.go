package fit_test

import (
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
)

// Wherever a family stands in its year, what is to make up is made up, fits this
// year, fits into summer or remains.
func TestTheFourNumbersAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := coretest.Records().Draw(t, "record")
		on := coretest.AsOf(t, r)
		l, err := ledger.Compute(r, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Series {
			b := fit.BalanceOf(s, on)
			if b.MadeUp+b.Later+b.Summer+b.NextYear != b.ToMakeUp || min(b.MadeUp, b.Later, b.Summer, b.NextYear) < 0 {
				t.Fatalf("%s on %s: %+v", s.ID, on, b)
			}
		}
	})
}
