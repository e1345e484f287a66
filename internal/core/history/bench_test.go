package history_test

import (
	"fmt"
	"testing"

	"midweek/internal/core/history"
)

// long is a record of 15,000 sessions and 50,000 acts: fifteen years with
// several services, each row mended twice or so.
func long(b *testing.B) *home {
	h := family(b)
	row := func(i int) string { return fmt.Sprintf("speech:2027-03-11:%d", i) }
	for i := 0; h.Len() < 50_000; {
		var changes []history.Change
		for range 1000 {
			c := missed(row(i%15_000), fmt.Sprintf("what came of it, told in a line or so, for the time number %d", i))
			if i >= 15_000 {
				c.Kind = history.Correct
			}
			changes = append(changes, c)
			i++
		}
		h.does(changes...)
	}
	return h
}

func BenchmarkLoadAndFold50000Acts(b *testing.B) {
	acts := values(long(b).Acts())
	for b.Loop() {
		h := history.New("family")
		if err := h.Load(acts); err != nil {
			b.Fatal(err)
		}
		h.Fold(read)
	}
}

func BenchmarkFoldAfterOneMoreAct(b *testing.B) {
	h := long(b)
	h.fold()
	note := 0
	for b.Loop() {
		note++
		h.does(correct(history.Session, "speech:2027-03-11:77", small{Service: "speech", Status: "missed", Name: fmt.Sprint(note)}))
		h.fold()
	}
}
