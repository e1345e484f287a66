package app

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"midweek/app/window"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

// How far ahead Today looks at what was promised, in days, and how many of them
// it shows.
const (
	promisesAhead = 14
	mostPromises  = 3
)

// A Promised is a promise whose day is near or past, while nobody has said what
// came of it.
type Promised struct {
	ID    string `json:"id"`
	Child string `json:"child"`
	Due   string `json:"due"` // Due Fri Mar 28, 2025
	Text  string `json:"text"`
	By    string `json:"by"`
}

// A BreakAsk is the one line about a long break, or none: then its text is
// empty.
type BreakAsk struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

// Kept says what came of a promise: yes, partly or no.
func (t *Today) Kept(child, promise, kept string) (*TodayView, error) {
	return mark(t.Desk, child, func(r *open.Room) error { return r.Kept(promise, iep.Kept(kept)) }, drawToday)
}

// NotNow is not asked about a break any more, on this computer. The break stays
// on the screen of notes.
func (t *Today) NotNow(child, key string) (view *TodayView, err error) {
	defer window.Mend(&err)
	err = t.Desk.Outside.ChangePrefs(func(p *prefs.Prefs) { p.Quiet = quieter(p.Quiet, key) })
	if err != nil {
		return nil, err
	}
	return t.View(child)
}

// mostQuiet is how much is remembered: breaks long past fall out.
const mostQuiet = 60

func quieter(quiet, key string) string {
	sums := append(strings.Fields(quiet), sumOf(key))
	return strings.Join(sums[max(0, len(sums)-mostQuiet):], " ")
}

// sumOf stands for a key in the settings, which tell nothing of a family.
func sumOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:8])
}

// promised are the promises whose day is near or past, the earliest first.
func (s *sheet) promised() []Promised {
	list := []Promised{}
	for _, p := range s.Promises(s.child) {
		if p.Kept == "" && p.Due != day.None && p.Due <= s.Today+promisesAhead && len(list) < mostPromises {
			list = append(list, Promised{ID: p.ID, Child: s.named(p.ChildID), Due: s.due(p), Text: p.Text, By: p.By})
		}
	}
	return list
}

// breakToday is the one line about a break: of several the first that begins,
// unless it was put away.
func (s *sheet) breakToday() BreakAsk {
	for i := range s.Record.Children {
		child := &s.Record.Children[i]
		if s.child != "" && child.ID != s.child {
			continue
		}
		for _, p := range s.Breaks(child.ID) {
			text, key := s.breakAsk(child, &p), breakKey(child.ID, &p.Break)
			if text != "" && !slices.Contains(strings.Fields(s.outside.Prefs().Quiet), sumOf(key)) {
				return BreakAsk{key, text}
			}
		}
	}
	return BreakAsk{}
}
