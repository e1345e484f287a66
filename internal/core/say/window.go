package say

import (
	_ "embed"
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

var (
	//go:embed en_window.json
	englishWindow []byte
	//go:embed en_paper.json
	englishPaper []byte
	//go:embed en_summer.json
	englishSummer []byte
	//go:embed en_notes.json
	englishNotes []byte
	//go:embed en_rule.json
	englishRule []byte

	//go:embed en_lock.json
	englishLock []byte

	//go:embed en_makeup.json
	englishMakeUp []byte
	//go:embed en_copies.json
	englishCopies []byte
	//go:embed en_proof.json
	englishProof []byte
)

// with adds the words of another file to a catalogue. A code has its words in
// one file only.
func (c *Catalogue) with(file []byte) *Catalogue {
	var more map[string]string
	if err := json.Unmarshal(file, &more); err != nil {
		panic("catalogue: " + err.Error())
	}
	for code, words := range more {
		if c.Has(code) {
			panic("catalogue: two words for " + code)
		}
		c.words[code] = words
	}
	return c
}

// Put says a code of the window, with the values of its arguments by name.
func (c *Catalogue) Put(code string, pairs ...string) string { return c.put(code, pairs...) }

// Number is a number with its commas: 1,350.
func (c *Catalogue) Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Several is a number of things: 1 session, 2 sessions.
func (c *Catalogue) Several(thing string, n int) string {
	code := "several." + thing
	if n == 1 {
		code = "one." + thing
	}
	return c.put(code, "n", c.Number(n))
}

// Between is a number of things that lies between two: 60 to 150 minutes. Where
// the two are one it is that.
func (c *Catalogue) Between(thing string, low, high int) string {
	if low == high {
		return c.Several(thing, high)
	}
	return c.put("range", "low", c.Number(low), "high", c.Several(thing, high))
}

// Size is a number of bytes: 830 bytes, 12 KB, 2.1 MB. A kilobyte is 1024.
func (c *Catalogue) Size(bytes int) string {
	unit, n := "bytes", float64(bytes)
	for _, next := range []string{"kb", "mb", "gb"} {
		if n < 1000 {
			break
		}
		unit, n = next, n/1024
	}
	digits := 0
	if n < 10 && unit != "bytes" {
		digits = 1
	}
	return c.put("size."+unit, "n", strings.TrimSuffix(strconv.FormatFloat(n, 'f', digits, 64), ".0"))
}

// Service is a kind of service, such as Speech. A word that is not in the
// catalogue stands as it was typed.
func (c *Catalogue) Service(kind string) string {
	if code := "service." + strings.ToLower(kind); c.Has(code) {
		return c.put(code)
	}
	if kind == "" {
		return c.put("service.")
	}
	return Capital(kind)
}

// Title names a service on a screen: Speech. Consultation without the child is
// counted apart and says so, for the plan may have both under one name.
func (c *Catalogue) Title(s *iep.Service) string {
	title := c.Service(s.Type)
	if s.Consult() {
		return c.put("service.consultation", "service", title)
	}
	return title
}

// Capital begins a text with a capital letter.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// Promised is a service's requirement as a sentence has it: 2 sessions of 30
// minutes a week.
func (c *Catalogue) Promised(s *iep.Service) string {
	r := s.Requirement
	if r == nil || r.Unit != iep.Sessions {
		return c.Promise(s)
	}
	return c.put("promised.sessions", "sessions", c.Several("session", r.Amount), "minutes", c.Several("minute", s.SessionMinutes()), "period", c.period(r))
}

// LongDay is a day in full, without its year: Thursday, March 20.
func (c *Catalogue) LongDay(d day.Day) string {
	_, m, n := d.Civil()
	return c.put("weekday.long."+strconv.Itoa(int(d.Weekday()))) + ", " + c.LongMonth(m) + " " + strconv.Itoa(n)
}

// ShortDay is a day without its year: Thu Mar 20.
func (c *Catalogue) ShortDay(d day.Day) string {
	_, m, n := d.Civil()
	return c.Weekday(d.Weekday()) + " " + c.put("month."+strconv.Itoa(m)) + " " + strconv.Itoa(n)
}

// LongMonth is a month's name.
func (c *Catalogue) LongMonth(m int) string { return c.put("month.long." + strconv.Itoa(m)) }

// Month is a day's month: March 2025.
func (c *Catalogue) Month(d day.Day) string {
	y, m, _ := d.Civil()
	return c.LongMonth(m) + " " + strconv.Itoa(y)
}

// LongWeekday is a weekday's name.
func (c *Catalogue) LongWeekday(w day.Weekday) string {
	return c.put("weekday.long." + strconv.Itoa(int(w)))
}

// Days are weekdays between commas and an and: Tuesday and Thursday.
func (c *Catalogue) Days(set day.Weekdays) string {
	var names []string
	for _, w := range set.List() {
		names = append(names, c.LongWeekday(w))
	}
	return c.And(names)
}

// And is a list in a sentence: a, b and c.
func (c *Catalogue) And(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + c.put("and") + " " + words[last]
}

// Or are numbers of a thing of which one holds: 0, 90 or 150 minutes.
func (c *Catalogue) Or(thing string, numbers []int) string {
	last := len(numbers) - 1
	text := c.Several(thing, numbers[last])
	if last == 0 {
		return text
	}
	said := make([]string, 0, last)
	for _, n := range numbers[:last] {
		said = append(said, c.Number(n))
	}
	return c.put("or", "most", strings.Join(said, ", "), "last", text)
}

// Span is a first and a last day: Mon Feb 17 to Fri Feb 21, or one day.
func (c *Catalogue) Span(s day.Span) string {
	if s.First == s.Last {
		return c.Day(s.First)
	}
	return c.put("span", "first", c.Day(s.First), "last", c.Day(s.Last))
}

// Clock is a time of day as families write it: 10:00 am. It is empty when the
// time is not known.
func (c *Catalogue) Clock(t day.Clock) string {
	if !t.Known() {
		return ""
	}
	h, m := t.Minutes()/60, t.Minutes()%60
	half := "am"
	if h >= 12 {
		half = "pm"
	}
	minutes := strconv.Itoa(m)
	if m < 10 {
		minutes = "0" + minutes
	}
	return c.put("clock."+half, "time", strconv.Itoa((h+11)%12+1)+":"+minutes)
}

// Ahead is how far ahead a day is: today, tomorrow, in 5 days.
func (c *Catalogue) Ahead(days int) string {
	switch {
	case days <= 0:
		return c.put("ahead.today")
	case days == 1:
		return c.put("ahead.tomorrow")
	}
	return c.put("ahead.days", "n", c.Number(days))
}

// Kind is what a row of the log is about.
func (c *Catalogue) Kind(k iep.SessionKind) string { return c.put("kind." + string(k)) }

// Closure is a closure's name, or its kind when it has none.
func (c *Catalogue) Closure(cl *calendar.Closure) string {
	if cl.Name != "" {
		return cl.Name
	}
	return c.put("closure." + string(cl.Kind))
}
