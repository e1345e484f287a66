package window

import (
	"testing"

	"midweek/internal/edge/prefs"
)

func TestAPlaceIsBroughtOntoTheScreen(t *testing.T) {
	small := screen{1280, 800}
	for name, c := range map[string]struct {
		s        screen
		was, now prefs.Window
	}{
		"fits":                     {small, prefs.Window{X: 40, Y: 30, Width: 900, Height: 700}, prefs.Window{X: 40, Y: 30, Width: 900, Height: 700}},
		"on a screen that is gone": {small, prefs.Window{X: 2000, Y: -900, Width: 900, Height: 700}, prefs.Window{X: 380, Y: 0, Width: 900, Height: 700}},
		"larger than the screen":   {small, prefs.Window{X: 40, Y: 30, Width: 2500, Height: 1400}, prefs.Window{Width: 1280, Height: 800}},
		"no screen known":          {screen{}, prefs.Window{X: 2000, Y: 5, Width: 900, Height: 700}, prefs.Window{X: 2000, Y: 5, Width: 900, Height: 700}},
	} {
		if got := clamp(c.was, c.s); got != c.now {
			t.Errorf("%s: %+v, want %+v", name, got, c.now)
		}
	}
}

func TestTheSizeToOpenWith(t *testing.T) {
	for was, want := range map[prefs.Window][2]int{
		{}:                         {firstWidth, firstHeight},
		{Width: 900, Height: 700}:  {900, 700},
		{Width: 20, Height: 10}:    {leastWidth, leastHeight},
		{Width: -5, Height: 10000}: {leastWidth, 10000},
	} {
		if width, height := sized(was); width != want[0] || height != want[1] {
			t.Errorf("%+v opens with %d by %d", was, width, height)
		}
	}
}

func TestAMaximisedWindowKeepsWhereItGoesBackTo(t *testing.T) {
	before := prefs.Window{X: 40, Y: 30, Width: 900, Height: 700}
	whole := prefs.Window{Width: 1280, Height: 800, Maximised: true}
	got := closing(before, whole)
	if want := (prefs.Window{X: 40, Y: 30, Width: 900, Height: 700, Maximised: true}); got != want {
		t.Errorf("%+v", got)
	}
	if got := closing(prefs.Window{}, whole); !got.Maximised || got.Width != firstWidth {
		t.Errorf("the first time: %+v", got)
	}
	if got := closing(got, before); got != before {
		t.Errorf("made small again: %+v", got)
	}
}
