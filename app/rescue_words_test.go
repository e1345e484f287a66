package app

import (
	"strings"
	"testing"

	"midweek/internal/edge/store"
)

// Every state in which a record stays shut has its words on the rescue screen,
// and says that nothing was changed.
func TestEveryStateHasItsWords(t *testing.T) {
	for _, state := range []store.State{
		store.Empty, store.Foreign, store.Newer, store.Damaged, store.Unreadable, store.ReadOnly, store.Older, store.Two, store.Moving,
	} {
		text, advice := words.Put("rescue."+string(state)), words.Put("rescue."+string(state)+".advice", "needs", "9")
		if text == "" || strings.Contains(text, "rescue.") || !strings.Contains(advice, "Nothing was changed") {
			t.Errorf("%s: %q, %q", state, text, advice)
		}
	}
}
