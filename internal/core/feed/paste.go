package feed

import (
	"strconv"
	"strings"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// An Unread is a pasted line in which no day could be read.
type Unread struct {
	Line int // from 1
	Why  *refusal.Refusal
}

// Bounds of what is pasted: a line is a date and its name, and a year has few.
const (
	longestLine = 300 // bytes
	mostLines   = 2000
)

// longestYear is how many days a span may have for a date without a year to
// have one in it.
const longestYear = 500

// ReadText reads dates that a person pasted, a line each: "Nov 25-29
// Thanksgiving break", "11/25 - 11/29", "25-29 de noviembre"; a month may
// stand alone over its lines. The year is the one that puts a date into the
// school year. What was pasted is meant as closed days, unless its words say
// another thing.
func ReadText(text string, year day.Span, options Options) ([]Reading, []Unread) {
	p := paster{year: year, reader: reader{level: options.Level, texts: map[string]*signer{}}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		switch {
		case line == "":
		case len(line) > longestLine || n > mostLines:
			p.unread = append(p.unread, Unread{n, refusal.New(refusal.PastedLine, "text", line[:min(len(line), longestLine)])})
			if n > mostLines {
				return merge(p.readings), p.unread
			}
		default:
			p.take(n, line)
		}
	}
	return merge(p.readings), p.unread
}

type paster struct {
	reader
	year     day.Span
	heading  written
	readings []Reading
	unread   []Unread
}

func (p *paster) refuse(n int, code refusal.Code, line string) {
	p.unread = append(p.unread, Unread{n, refusal.New(code, "text", line, "first", p.year.First.String(), "last",
		p.year.Last.String())})
}

// take reads one line.
func (p *paster) take(n int, line string) {
	d := dater{line: line, marks: marks(line), heading: p.heading}
	if p.headed(d.marks) {
		return
	}
	written, first, last := d.find()
	if len(written) == 0 {
		p.unread = append(p.unread, Unread{n, refusal.New(refusal.PastedLine, "text", line)})
		return
	}
	for _, w := range written {
		span, code := p.spanOf(w)
		switch code {
		case "":
			p.add(n, &d, span, first, last)
		case refusal.PastedLine, refusal.PastedYear:
			p.unread = append(p.unread, Unread{n, refusal.New(code, "text", line)})
		default:
			p.refuse(n, code, line)
		}
	}
}

// headed takes a month that stands alone, perhaps with its year.
func (p *paster) headed(list []mark) bool {
	if len(list) == 0 || list[0].kind != aMonth || len(list) > 2 {
		return false
	}
	h := written{month: list[0].n}
	if len(list) == 2 {
		if list[1].kind != aNumber || list[1].n < 1900 {
			return false
		}
		h.year = list[1].n
	}
	p.heading = h
	return true
}

// spanOf are the days of what is written.
func (p *paster) spanOf(w writtenSpan) (day.Span, refusal.Code) {
	first, code := p.dayOf(w.first)
	if code != "" {
		return day.Span{}, code
	}
	if w.last == w.first {
		return p.inYear(day.Span{First: first, Last: first})
	}
	if w.last.year == 0 {
		w.last.year = first.Year()
		if w.last.month < w.first.month {
			w.last.year++
		}
	}
	last, err := day.Parse(w.last.text())
	if err != nil || last < first {
		return day.Span{}, refusal.PastedLine
	}
	return p.inYear(day.Span{First: first, Last: last})
}

func (p *paster) inYear(span day.Span) (day.Span, refusal.Code) {
	if !span.Meets(p.year) || span.Days() > longestYear {
		return span, refusal.PastedOutside
	}
	return span, ""
}

// dayOf is the day that is written, in the year that puts it into the school
// year.
func (p *paster) dayOf(w written) (day.Day, refusal.Code) {
	if w.year != 0 {
		d, err := day.Parse(w.text())
		if err != nil {
			return day.None, refusal.PastedLine
		}
		return d, ""
	}
	if p.year.Days() > longestYear {
		return day.None, refusal.PastedYear
	}
	code := refusal.PastedLine
	for w.year = p.year.First.Year(); w.year <= p.year.Last.Year(); w.year++ {
		d, err := day.Parse(w.text())
		if err == nil && p.year.Holds(d) {
			return d, ""
		}
		if err == nil {
			code = refusal.PastedOutside
		}
	}
	return day.None, code
}

// text is the day as day.Parse reads it.
func (w written) text() string {
	two := func(n int) string {
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(2-len(s), 0)) + s
	}
	return strconv.Itoa(w.year) + "-" + two(w.month) + "-" + two(w.day)
}

// add reads what a line says of a span of days.
func (p *paster) add(n int, d *dater, span day.Span, first, last int) {
	e := Event{Span: span, Title: d.without(first, last), AllDay: true, Line: n}
	r := p.read(&e)
	r.Source = calendar.Pasted
	if r.Title == "" {
		r.Title = shown(d.line)
	}
	if takenAsClosed(&r, newSigner(newText(e.Title))) {
		r.Verdict, r.Certainty = IsClosed, fair
		r.Because = append(r.Because, Reason{Code: Pasted})
		if r.Because[0].Code == Nothing {
			r.Because, r.Kind = r.Because[1:], calendar.OtherClosure
		}
	}
	if named, ok := d.weekday(first); ok && span.First.Weekday() != named && r.Verdict != IsIgnored {
		r.Verdict, r.Certainty = IsAsk, unsure
		r.Because = append(r.Because, Reason{Code: WrongWeekday})
	}
	p.readings = append(p.readings, r)
}

// takenAsClosed says whether a pasted day that the words leave open is one
// that the person meant as closed: it has a closure's name, or no words that
// mean another thing.
func takenAsClosed(r *Reading, s *signer) bool {
	switch r.Verdict {
	case IsAsk:
		return !r.has(Remote, SomeGrades, Maybe, MakeUp, InSession, OtherDay, Early, Late, TooLong, CalledOff, OfficeClosed)
	case IsIgnored:
		return r.has(Nothing) && len(s.hits) == 0 && len(s.occasions) == 0
	}
	return false
}

// has says whether one of the codes decided.
func (r *Reading) has(codes ...Code) bool {
	for _, why := range r.Because {
		if is(why.Code, codes...) {
			return true
		}
	}
	return false
}

// without is the line without its dates and the weekdays beside them.
func (d *dater) without(first, last int) string {
	for first > 0 && (d.marks[first-1].kind == aWeekday || d.marks[first-1].kind == aList ||
		d.marks[first-1].kind == aFill) {
		first--
	}
	for last < len(d.marks) && d.marks[last].kind == aWeekday {
		last++
	}
	before, after := d.line[:d.marks[first].start], ""
	if last > 0 {
		after = d.line[d.marks[last-1].end:]
	}
	const trim = " \t:;,.-–—|*•()="
	before, after = strings.Trim(before, trim), strings.TrimLeft(after, trim)
	if strings.Count(after, ")") > strings.Count(after, "(") && !strings.Contains(after, "(") {
		after = strings.TrimRight(after, ")")
	}
	return strings.TrimSpace(before + " " + after)
}

// weekday is the weekday that stands before the first date.
func (d *dater) weekday(first int) (day.Weekday, bool) {
	for i := first - 1; i >= 0 && (d.marks[i].kind == aWeekday || d.marks[i].kind == aList); i-- {
		if d.marks[i].kind == aWeekday {
			return d.marks[i].weekday, true
		}
	}
	return 0, false
}
