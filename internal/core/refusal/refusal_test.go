package refusal_test

import (
	"errors"
	"fmt"
	"testing"

	"midweek/internal/core/refusal"
)

// A refusal is placed as it passes up, and keeps what it says.
func TestARefusalIsPlacedFromTheInside(t *testing.T) {
	err := error(refusal.New(refusal.DayForm, "text", "soon"))
	for _, field := range []string{"date", "sessions[3]", ""} {
		err = refusal.At(field, err)
	}
	if got, want := err.Error(), "sessions[3].date: day_form text=soon"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := refusal.At("days", refusal.At("[2]", refusal.New(refusal.Missing))).Error(); got != "days[2]: missing" {
		t.Errorf("a place in a list: %q", got)
	}
}

// Placing makes a copy: the refusal of a shared check is not changed.
func TestPlacingLeavesTheFirstAlone(t *testing.T) {
	first := refusal.New(refusal.Missing)
	refusal.At("id", first)
	if first.Field != "" {
		t.Errorf("it now stands at %q", first.Field)
	}
}

// Only a refusal is for a person to mend; it is found when it is wrapped.
func TestWhatIsNoRefusalStaysWhatItIs(t *testing.T) {
	broken := errors.New("disk on fire")
	if refusal.At("date", broken) != broken || refusal.From(broken) != nil {
		t.Error("an error became a refusal")
	}
	if refusal.At("date", nil) != nil {
		t.Error("nothing became an error")
	}
	if r := refusal.From(fmt.Errorf("ledger of sp: %w", refusal.New(refusal.Missing))); r == nil || r.Code != refusal.Missing {
		t.Errorf("wrapped: %v", r)
	}
}
