package app

import (
	"strings"
	"testing"

	"midweek/internal/core/day"
)

func TestAskedForTheWindow(t *testing.T) {
	march := day.Of(2025, 3, 11)
	for line, want := range map[string]Options{
		"":                                   {},
		"--sample":                           {Sample: true},
		"--data ./folder --today 2025-03-11": {Data: "./folder", Today: march},
		"--today=2025-03-11 --sample --data=here": {Data: "here", Today: march, Sample: true},
	} {
		if got, ok := Asked(strings.Fields(line)); !ok || got != want {
			t.Errorf("%q: %+v, %v", line, got, ok)
		}
	}
	for _, line := range []string{
		"sample", "--today 2025-03-11 sample", "--today 2025-02-30", "--today", "--help", "--version", "--data", "-x", "evaluate a.json",
	} {
		if _, ok := Asked(strings.Fields(line)); ok {
			t.Errorf("%q opens the window", line)
		}
	}
}
