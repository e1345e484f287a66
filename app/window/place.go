package window

import "midweek/internal/edge/prefs"

// Sizes of the window in pixels.
const (
	firstWidth, firstHeight = 1180, 800
	leastWidth, leastHeight = 480, 420
)

// A screen is the size of a display, in pixels.
type screen struct{ width, height int }

// sized is the size to open with: as it was, or as on the first day.
func sized(p prefs.Window) (width, height int) {
	if p.Width == 0 {
		return firstWidth, firstHeight
	}
	return max(p.Width, leastWidth), max(p.Height, leastHeight)
}

// clamp brings a place onto a screen that may have shrunk or gone since, so
// that all of the window can be reached. A window of unknown screen stays.
func clamp(p prefs.Window, s screen) prefs.Window {
	if s.width <= 0 || s.height <= 0 {
		return p
	}
	p.Width, p.Height = min(p.Width, s.width), min(p.Height, s.height)
	p.X = min(max(p.X, 0), s.width-p.Width)
	p.Y = min(max(p.Y, 0), s.height-p.Height)
	return p
}

// closing is the place to remember. A maximised window keeps the size and the
// corner to which it would go back.
func closing(before, now prefs.Window) prefs.Window {
	if now.Maximised {
		before.Maximised = true
		if before.Width == 0 {
			before.Width, before.Height = firstWidth, firstHeight
		}
		return before
	}
	return now
}
