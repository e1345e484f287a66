package day

import (
	"testing"

	"pgregory.net/rapid"
)

func span(first, last string) Span { return Span{MustParse(first), MustParse(last)} }

// Both ends are in, as schools print them.
func TestBothEndsAreInASpan(t *testing.T) {
	week := span("2025-11-24", "2025-11-28")
	tests := []struct {
		on   string
		want bool
	}{
		{"2025-11-23", false},
		{"2025-11-24", true},
		{"2025-11-28", true},
		{"2025-11-29", false},
	}
	for _, tt := range tests {
		if got := week.Holds(MustParse(tt.on)); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.on, got, tt.want)
		}
	}
	if week.Days() != 5 || span("2025-11-24", "2025-11-24").Days() != 1 {
		t.Errorf("a week of school has %d days", week.Days())
	}
}

// A span that runs backwards holds nothing and meets nothing.
func TestASpanThatRunsBackwardsIsEmpty(t *testing.T) {
	backwards := span("2025-11-28", "2025-11-24")
	if !backwards.Empty() || backwards.Days() != 0 || backwards.Holds(MustParse("2025-11-26")) {
		t.Errorf("it holds %d days", backwards.Days())
	}
	if backwards.Meets(span("2025-01-01", "2025-12-31")) {
		t.Error("it meets the year around it")
	}
}

// What two spans have in common holds just the days that both hold.
func TestWhatTwoSpansHaveInCommonIsWhatBothHold(t *testing.T) {
	someSpan := rapid.Custom(func(t *rapid.T) Span {
		first := First + Day(rapid.IntRange(0, 40).Draw(t, "first"))
		return Span{first, first + Day(rapid.IntRange(-2, 30).Draw(t, "length"))}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := someSpan.Draw(t, "a"), someSpan.Draw(t, "b")
		n := 0
		for d := First - 3; d < First+90; d++ {
			both := a.Holds(d) && b.Holds(d)
			if a.Within(b).Holds(d) != both {
				t.Fatalf("%s: in common %t, want %t", d, !both, both)
			}
			if both {
				n++
			}
		}
		if a.Within(b).Days() != n || a.Meets(b) != (n > 0) || a.Within(b).Days() != b.Within(a).Days() {
			t.Fatalf("%d days in common, want %d", a.Within(b).Days(), n)
		}
	})
}
