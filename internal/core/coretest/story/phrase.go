package story

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"midweek/internal/core/day"
)

// A phrase is a sentence of the story language: words as they stand, and
// places in capitals, which are the kinds of placeKinds.
type phrase[T any] struct {
	form    string
	pattern *regexp.Regexp
	kinds   []string
	read    func(T, []place) error
}

// on is a phrase with what it says about a T.
func on[T any](form string, read func(T, []place) error) phrase[T] {
	p := phrase[T]{form: form, read: read}
	pattern := inCapitals.ReplaceAllStringFunc(regexp.QuoteMeta(form), func(kind string) string {
		p.kinds = append(p.kinds, kind)
		return "(" + placeKinds[kind].pattern + ")"
	})
	p.pattern = regexp.MustCompile("^" + pattern + "$")
	return p
}

// says reads a line by the first phrase that it fits.
func says[T any](l line, about T, phrases []phrase[T]) error {
	for _, p := range phrases {
		texts := p.pattern.FindStringSubmatch(l.Text)
		if texts == nil {
			continue
		}
		places, err := p.places(texts[1:])
		if err == nil {
			err = p.read(about, places)
		}
		return l.at(err)
	}
	forms := make([]string, len(phrases))
	for i, p := range phrases {
		forms[i] = p.form
	}
	return l.fail("cannot read %q; known are: %s", l.Text, strings.Join(forms, " | "))
}

func (p phrase[T]) places(texts []string) ([]place, error) {
	places := make([]place, len(texts))
	for i, text := range texts {
		places[i].Text = text
		if read := placeKinds[p.kinds[i]].read; read != nil {
			if err := read(&places[i]); err != nil {
				return nil, err
			}
		}
	}
	return places, nil
}

// A place is what stands at a place of a phrase; which fields are set depends
// on its kind.
type place struct {
	Text     string
	day      day.Day
	days     day.Span
	clock    day.Clock
	n        int
	weekdays day.Weekdays
	numbers  []int
}

const (
	dayPattern     = `\d{4}-\d\d-\d\d`
	weekdayPattern = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
)

var inCapitals = regexp.MustCompile(`\b(?:DAYS|DAY|WEEKDAYS|CLOCK|NUMBERS|NTH|N|NAME|CHILD|PERIOD|ANSWER|TEXT)\b`)

var placeKinds = map[string]struct {
	pattern string
	read    func(*place) error
}{
	"DAY":      {dayPattern, (*place).readDay},
	"DAYS":     {dayPattern + `(?:\.\.` + dayPattern + `)?`, (*place).readDays},
	"WEEKDAYS": {weekdayPattern + `(?: (?:and|to) ` + weekdayPattern + `)*`, (*place).readWeekdays},
	"CLOCK":    {`\d\d:\d\d`, (*place).readClock},
	"N":        {`\d+`, (*place).readNumber},
	"NTH":      {`\d(?:st|nd|rd|th)`, (*place).readNth},
	"NUMBERS":  {`\d+(?: and \d+)*`, (*place).readNumbers},
	"NAME":     {`[a-z][a-z0-9-]*`, nil},
	"CHILD":    {`[A-Z][a-z]+`, nil},
	"PERIOD":   {`week|month|quarter|year`, nil},
	"ANSWER":   {`yes|no|ask`, nil},
	"TEXT":     {`.+?`, nil},
}

func (p *place) readDay() (err error) {
	p.day, err = day.Parse(p.Text)
	return err
}

func (p *place) readDays() (err error) {
	first, last, several := strings.Cut(p.Text, "..")
	if p.days.First, err = day.Parse(first); err != nil {
		return err
	}
	p.days.Last = p.days.First
	if several {
		p.days.Last, err = day.Parse(last)
	}
	if err == nil && p.days.Empty() {
		err = fmt.Errorf("%s runs backwards", p.Text)
	}
	return err
}

func (p *place) readClock() (err error) {
	p.clock, err = day.ParseClock(p.Text)
	return err
}

func (p *place) readNumber() (err error) {
	p.n, err = strconv.Atoi(p.Text)
	return err
}

func (p *place) readNth() (err error) {
	p.n, err = strconv.Atoi(p.Text[:1])
	return err
}

func (p *place) readNumbers() error {
	for text := range strings.SplitSeq(p.Text, " and ") {
		n, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		p.numbers = append(p.numbers, n)
	}
	return nil
}

// readWeekdays reads `Monday`, `Tuesday and Thursday` or `Monday to Thursday`.
func (p *place) readWeekdays() error {
	first, last, run := strings.Cut(p.Text, " to ")
	if !run {
		return p.addWeekdays(strings.Split(p.Text, " and "))
	}
	if strings.Contains(last, " ") || strings.Contains(first, " ") {
		return fmt.Errorf("%s: either `and` or `to`", p.Text)
	}
	for w := weekdayOf(first); w <= weekdayOf(last); w++ {
		p.weekdays |= day.SetOf(w)
	}
	if p.weekdays == 0 {
		return fmt.Errorf("%s runs backwards", p.Text)
	}
	return nil
}

func (p *place) addWeekdays(names []string) error {
	for _, name := range names {
		w := weekdayOf(name)
		if p.weekdays.Has(w) {
			return fmt.Errorf("%s stands twice", name)
		}
		p.weekdays |= day.SetOf(w)
	}
	return nil
}

// weekdayOf reads a name that fits weekdayPattern.
func weekdayOf(name string) day.Weekday {
	w, err := day.ParseWeekday(strings.ToUpper(name[:2]))
	if err != nil {
		panic(err)
	}
	return w
}
