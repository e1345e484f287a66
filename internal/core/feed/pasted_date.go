package feed

import (
	"strings"
	"unicode"

	"midweek/internal/core/day"
)

// A mark is a part of a pasted line that can belong to a date.
type mark struct {
	kind       markKind
	n          int // a number, or a month
	month      int // of a date in figures
	year       int // of a date in figures, 0 when it has none
	weekday    day.Weekday
	start, end int // in the line, in bytes
}

type markKind int

const (
	aWord    markKind = iota
	aNumber           // 1 to 31, or a year
	aFigures          // 11/25, 11/25/2024, 2024-11-25
	aMonth
	aWeekday
	aRange // to, through, a dash
	aList  // and, a comma
	aFill  // of, the, de
)

// A written is a date as it stands in a line; what is 0 is not said.
type written struct{ year, month, day int }

// A range of days as it is written.
type writtenSpan struct{ first, last written }

// marks takes a line apart.
func marks(line string) []mark {
	var list []mark
	for at := 0; at < len(line); {
		r := rune(line[at])
		if r >= 0x80 {
			for _, first := range line[at:] {
				r = first
				break
			}
		}
		end := at + len(string(r))
		m := mark{start: at}
		switch {
		case isDigit(line[at]):
			m, end = figures(line, at)
		case unicode.IsLetter(r):
			m, end = wordMark(line, at)
		case r == '-' || r == '–' || r == '—' || r == '−':
			m.kind = aRange
		case r == ',' || r == '&' || r == ';' || r == '+':
			m.kind = aList
		default:
			at = end
			continue
		}
		m.start, m.end = at, end
		list = append(list, m)
		at = end
	}
	return list
}

// figures takes a number with its ordinal ending, or a date in figures. A
// time, and a half, are words.
func figures(line string, at int) (mark, int) {
	var n [3]int
	sep := byte(0)
	end, k := at, 0
	for end < len(line) {
		c := line[end]
		switch {
		case isDigit(c):
			n[k] = min(n[k]*10+int(c-'0'), 100_000)
		case (c == '/' || c == '-' && n[0] > 999 && k < 2) && k < 2 && (sep == 0 || sep == c) && end+1 < len(line) &&
			isDigit(line[end+1]):
			sep = c
			k++
		case c == ':' && end+1 < len(line) && isDigit(line[end+1]):
			for end < len(line) && (isDigit(line[end]) || line[end] == ':') {
				end++
			}
			return mark{kind: aWord}, end
		default:
			return figuresMark(n, k, line, end)
		}
		end++
	}
	return figuresMark(n, k, line, end)
}

func figuresMark(n [3]int, k int, line string, end int) (mark, int) {
	rest := strings.ToLower(strings.TrimLeft(line[end:], " -"))
	switch {
	case k == 1 && n[0] == 1 && n[1] == 2 && strings.HasPrefix(rest, "day"):
		return mark{kind: aWord}, end
	case k == 1:
		return mark{kind: aFigures, month: n[0], n: n[1]}, end
	case k == 2 && n[0] > 31:
		return mark{kind: aFigures, year: n[0], month: n[1], n: n[2]}, end
	case k == 2:
		return mark{kind: aFigures, month: n[0], n: n[1], year: century(n[2])}, end
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th", "º", "°"} {
		if after, found := strings.CutPrefix(line[end:], ordinal); found && (after == "" || !isLetterAt(after)) {
			return mark{kind: aNumber, n: n[0]}, end + len(ordinal)
		}
	}
	return mark{kind: aNumber, n: n[0]}, end
}

func isLetterAt(text string) bool {
	for _, r := range text {
		return unicode.IsLetter(r)
	}
	return false
}

// century is a year written with two digits or four.
func century(n int) int {
	if n < 100 {
		return 2000 + n
	}
	return n
}

func wordMark(line string, at int) (mark, int) {
	end := at
	var b strings.Builder
	for i, r := range line[at:] {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		b.WriteString(folded(r))
		end = at + i + len(string(r))
	}
	w := b.String()
	if n, ok := monthNames[w]; ok {
		return mark{kind: aMonth, n: n}, end
	}
	if wd, ok := weekdayNames[w]; ok || w == "sabado" || w == "domingo" {
		return mark{kind: aWeekday, weekday: wd}, end
	}
	switch w {
	case "to", "through", "thru", "until", "al", "a", "hasta":
		return mark{kind: aRange}, end
	case "and", "y":
		return mark{kind: aList}, end
	case "of", "the", "de", "del", "el", "from":
		return mark{kind: aFill}, end
	}
	return mark{kind: aWord}, end
}

// A dater reads the dates of one line.
type dater struct {
	line    string
	marks   []mark
	heading written // the month that stands over the line, or none
}

// find is the first run of dates in the line: the spans, and where they stand.
func (d *dater) find() (spans []writtenSpan, first, last int) {
	for i := range d.marks {
		if _, next := d.date(i, written{}); next > i {
			spans, next = d.run(i)
			return spans, i, next
		}
		if d.marks[i].kind == aWord {
			continue
		}
	}
	return nil, 0, 0
}

// run reads dates, ranges and lists of them from a mark on.
func (d *dater) run(i int) ([]writtenSpan, int) {
	var spans []writtenSpan
	from, next := d.date(i, written{})
	for {
		span := writtenSpan{from, from}
		if k := d.skip(next, aWeekday); d.at(k).kind == aRange {
			if to, after := d.date(d.skip(k+1, aWeekday, aFill), from); after > 0 {
				span.last, next = to, after
				if span.first.month == 0 {
					span.first.month, span.first.year = to.month, to.year
				}
			}
		}
		spans = append(spans, span)
		k := next
		for d.at(k).kind == aList {
			k++
		}
		if k == next {
			break
		}
		more, after := d.date(d.skip(k, aWeekday), span.last)
		if after == 0 || more.month == span.last.month && more.year == span.last.year && more.day <= span.last.day {
			break
		}
		from, next = more, after
	}
	return backfilled(spans), next
}

// backfilled gives days before a month their month: 25 and 26 November.
func backfilled(spans []writtenSpan) []writtenSpan {
	for i := len(spans) - 2; i >= 0; i-- {
		if spans[i].first.month == 0 {
			spans[i].first.month = spans[i+1].first.month
		}
		if spans[i].last.month == 0 {
			spans[i].last.month = spans[i+1].first.month
		}
	}
	return spans
}

func (d *dater) at(i int) mark {
	if i < 0 || i >= len(d.marks) {
		return mark{}
	}
	return d.marks[i]
}

// skip is the first mark from i on that is of none of the kinds.
func (d *dater) skip(i int, kinds ...markKind) int {
	for i < len(d.marks) {
		found := false
		for _, k := range kinds {
			found = found || d.marks[i].kind == k
		}
		if !found {
			break
		}
		i++
	}
	return i
}

// date reads one date that begins at a mark, and gives the mark behind it, or
// 0 when there is none. What it does not say, the date before it does.
func (d *dater) date(i int, before written) (written, int) {
	m := d.at(i)
	switch {
	case i >= len(d.marks):
	case m.kind == aFigures:
		return written{m.year, m.month, m.n}, i + 1
	case m.kind == aMonth:
		if n := d.skip(i+1, aFill); d.dayNumber(n) {
			return d.withYear(written{0, m.n, d.marks[n].n}, n+1)
		}
	case m.kind == aNumber && d.dayNumber(i):
		return d.dayFirst(i, before)
	}
	return written{}, 0
}

// dayFirst reads 25 de noviembre, 25 Nov, 25-29 Nov, and a day alone where a
// month is known.
func (d *dater) dayFirst(i int, before written) (written, int) {
	day := d.marks[i].n
	if k := d.skip(i+1, aFill); d.at(k).kind == aMonth && !d.dayNumber(k+1) {
		return d.withYear(written{0, d.marks[k].n, day}, k+1)
	}
	if before.month != 0 {
		return written{before.year, before.month, day}, i + 1
	}
	if k := d.skip(i+1, aWeekday); d.at(k).kind == aRange || d.at(k).kind == aList {
		for k++; k < len(d.marks) && k < i+8; k++ { // 25-29 de noviembre: the month follows
			switch d.marks[k].kind {
			case aMonth:
				return written{0, d.marks[k].n, day}, i + 1
			case aWord, aFigures:
				k = len(d.marks)
			}
		}
	}
	if d.heading.month != 0 && d.leading(i) {
		return written{d.heading.year, d.heading.month, day}, i + 1
	}
	return written{}, 0
}

// leading says whether nothing but a weekday stands before a mark.
func (d *dater) leading(i int) bool { return d.skip(0, aWeekday, aFill, aRange, aList) >= i }

// withYear reads the year that may follow a date.
func (d *dater) withYear(w written, next int) (written, int) {
	k := d.skip(next, aList, aFill)
	if m := d.at(k); m.kind == aNumber && m.n >= 1900 && m.n <= 2199 {
		w.year = m.n
		return w, k + 1
	}
	return w, next
}

// dayNumber says whether a mark is a day of a month, and not hours or a grade.
func (d *dater) dayNumber(i int) bool {
	m := d.at(i)
	if m.kind != aNumber || m.n < 1 || m.n > 31 {
		return false
	}
	rest := strings.ToLower(strings.TrimLeft(d.line[m.end:], " -"))
	for _, unit := range []string{"hour", "hr", "min", "am", "pm", "a.m", "p.m", "grade", "half", "weeks", "days"} {
		if strings.HasPrefix(rest, unit) {
			return false
		}
	}
	return true
}
