package handout

import (
	"cmp"
	"strconv"
	"strings"

	"midweek/internal/core/block"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/planner"
	"midweek/internal/core/say"
)

// table is the ranking as far as it has room, with the days to propose and the
// days in force, wherever they stand.
func (w Weekdays) table() []block.Block {
	t := block.Table{Columns: w.columns()}
	left, now := 0, w.Answer.Now
	for i := range w.Answer.Options {
		o := &w.Answer.Options[i]
		isNow := now != nil && o.Days == now.Days
		if i >= mostRows && !isNow && o.Days != w.asked().Days {
			left++
			continue
		}
		t.Rows = append(t.Rows, w.row(o, isNow))
	}
	if now != nil && !w.ranked(now.Days) {
		t.Rows = append(t.Rows, w.row(now, true))
	}
	list := []block.Block{t}
	if left > 0 {
		list = append(list, block.Paragraph{Text: words.Put("handout.rest", "sets", words.Several("set", left)), Look: block.Small})
	}
	return list
}

func (w Weekdays) ranked(days day.Weekdays) bool {
	for i := range w.Answer.Options {
		if w.Answer.Options[i].Days == days {
			return true
		}
	}
	return false
}

// byYear says whether each year has a column: not where there is one, nor
// where they would not fit.
func (w Weekdays) byYear() bool {
	n := len(w.Question.Years)
	return n > 1 && n <= mostYears
}

func (w Weekdays) columns() []block.Column {
	number := func(code string) block.Column { return block.Column{Name: words.Put(code), Number: true} }
	list := []block.Column{{Name: words.Put("handout.column.place")}, {Name: words.Put("handout.column.days"), Heads: true}}
	lost := "handout.column.lost"
	if w.byYear() {
		lost = "handout.column.lost_all"
		for _, d := range w.Question.Years {
			code := "handout.column.year"
			if d.Year.Guess {
				code = "handout.column.guess"
			}
			list = append(list, block.Column{Name: words.Put(code, "year", label(d.Year)), Number: true})
		}
	}
	return append(list,
		number(lost), number("handout.column.kept"), number("handout.column.minutes"), number("handout.column.short"))
}

// label is a school year in a few letters: 2026-27.
func label(y *calendar.SchoolYear) string {
	first, last := y.First.Year(), y.Last.Year()
	made := strconv.Itoa(first)
	if last != first {
		made += "-" + strconv.Itoa(last)[2:]
	}
	return say.Line(cmp.Or(y.Label, made), 12)
}

func (w Weekdays) row(o *planner.Option, now bool) block.Row {
	days := shortDays(o.Days)
	if now {
		days = words.Put("handout.now", "days", days)
	}
	place := ""
	if o.Place > 0 {
		place = strconv.Itoa(o.Place)
	}
	cells := []string{place, days}
	if w.byYear() {
		for _, y := range o.Years {
			cells = append(cells, words.Number(y.Lost))
		}
	}
	for _, n := range []int{o.Lost, o.Kept, o.LostMinutes(w.wish()), o.Short} {
		cells = append(cells, words.Number(n))
	}
	return block.Row{Cells: cells, Strong: now || o.Days == w.asked().Days}
}

func shortDays(set day.Weekdays) string {
	var names []string
	for _, on := range set.List() {
		names = append(names, words.Weekday(on))
	}
	return words.And(names)
}

// closures names what takes sessions from the days in force and from those to
// propose, weekday by weekday.
func (w Weekdays) closures() []block.Block {
	set := w.asked().Days
	if now := w.Answer.Now; now != nil {
		set |= now.Days
	}
	var list block.List
	for _, on := range set.List() {
		costs := planner.Costs(w.Question.Years, day.SetOf(on))
		item := block.Item{Lead: words.Put("handout.loses_none", "day", words.LongWeekday(on))}
		if len(costs) > 0 {
			item.Lead = words.Put("handout.loses", "day", words.LongWeekday(on), "lost", words.Number(len(costs)))
			item.Text = named(costs) + "."
		}
		list.Items = append(list.Items, item)
	}
	return []block.Block{block.Heading{Level: 2, Text: words.Put("handout.closures")}, list}
}

// named are the closures by name, in order of the day that each first takes;
// those of one name together.
func named(costs []planner.Cost) string {
	var names []string
	times := map[string]int{}
	for _, c := range costs {
		name := say.Line(words.Closure(c.Closure), mostName)
		if times[name]++; times[name] == 1 {
			names = append(names, name)
		}
	}
	var list []string
	letters, more := 0, 0
	for _, name := range names {
		text := name
		if times[name] > 1 {
			text = words.Put("handout.times", "name", name, "n", strconv.Itoa(times[name]))
		}
		if letters += len([]rune(text)) + 2; letters > mostLetters {
			more += times[name]
			continue
		}
		list = append(list, text)
	}
	if more > 0 {
		list = append(list, words.Put("handout.and_more", "n", strconv.Itoa(more)))
	}
	return strings.Join(list, ", ")
}
