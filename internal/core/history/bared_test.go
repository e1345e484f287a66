package history_test

import (
	"slices"
	"testing"

	"midweek/internal/core/history"
)

// What lost its words here and has them in another copy is told, and nothing
// else.
func TestWhatAnotherCopyStillHas(t *testing.T) {
	h := family(t)
	secret := h.does(missed("x", "a secret"))
	other := history.New("family")
	if err := other.Load(values(h.Acts())); err != nil {
		t.Fatal(err)
	}
	later := h.does(missed("y", "another"))
	if got := h.Bared(other); got != nil {
		t.Errorf("before anything is removed: %v", got)
	}
	h.does(h.Redact(append(later, secret...), "private"))
	if got := h.Bared(other); !slices.Equal(got, secret) {
		t.Errorf("%v, want %v", got, secret)
	}
	if got := other.Bared(h.History); got != nil {
		t.Errorf("the other way round: %v", got)
	}
}
