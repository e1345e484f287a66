package app

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"midweek/internal/core/day"
)

// A CopyLine is the one line on Today about a copy outside this computer, or
// none: then its text is empty.
type CopyLine struct {
	Key  string `json:"key"` // for NotNow
	Text string `json:"text"`
}

// For how many days the line stays away when it was put away, and from how many
// days on a record is old enough to be told of.
const (
	quietDays  = 7
	youngUntil = 7
)

// copyToday is that line: when the last copy outside is long ago, or there was
// none, and it was not put away within a week.
func (s *sheet) copyToday() CopyLine {
	if s.room.Sample || s.young() {
		return CopyLine{}
	}
	last, ok := s.lastOutside()
	if !ok || !late(s.Today, last) || s.putAway() {
		return CopyLine{}
	}
	return CopyLine{copyKey(s.Today), outsideWords(s.Today, last)}
}

func copyKey(on day.Day) string { return "outside " + on.String() }

func (s *sheet) putAway() bool {
	quiet := strings.Fields(s.outside.Prefs().Quiet)
	for n := range day.Day(quietDays) {
		if slices.Contains(quiet, sumOf(copyKey(s.Today-n))) {
			return true
		}
	}
	return false
}

// young says whether a record was begun so lately that nothing is said yet, or
// its acts are not read yet.
func (s *sheet) young() bool {
	if s.Folded == nil {
		return true
	}
	for _, e := range s.Folded.InOrder() {
		if e.First == nil {
			continue
		}
		began, err := time.Parse(time.RFC3339, e.First.At)
		return err != nil || s.Today-day.FromTime(began) < youngUntil
	}
	return true
}

// lastOutside is when a copy last came outside this computer. It is a setting of
// the record, so that Today does not wait for a stick.
func (s *sheet) lastOutside() (last time.Time, ok bool) {
	text, err := s.room.Setting("copies.outside")
	if err != nil || text == "" {
		return time.Time{}, err == nil
	}
	return last, json.Unmarshal([]byte(text), &last) == nil
}
