package say

import (
	"slices"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/schedule"
)

// Schedule says when a schedule is planned: Tuesdays and Thursdays at 9:00 am
// for 30 minutes.
func (c *Catalogue) Schedule(s *iep.Schedule) string {
	return c.phrases(schedule.Describe(s))
}

// DaysPlanned says when a schedule is planned, and not for how long: Tuesdays
// and Thursdays at 9:00 am.
func (c *Catalogue) DaysPlanned(s *iep.Schedule) string {
	return c.phrases(slices.DeleteFunc(schedule.Describe(s), func(p schedule.Phrase) bool {
		return strings.HasPrefix(p.Code, "when.for")
	}))
}

// Ordinal is a place in a row, or from its end: 2nd, last.
func (c *Catalogue) Ordinal(n int) string { return c.ordinal(strconv.Itoa(n)) }

// phrases are phrases in one sentence. One that begins with a comma or a
// semicolon brings its own pause.
func (c *Catalogue) phrases(list []schedule.Phrase) string {
	var b strings.Builder
	for i, p := range list {
		text := c.Phrase(p)
		if i > 0 && !strings.HasPrefix(text, ",") && !strings.HasPrefix(text, ";") {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	return b.String()
}

// Phrase says a code with its arguments.
func (c *Catalogue) Phrase(p schedule.Phrase) string {
	pairs := make([]string, 0, 2*len(p.Args))
	for name, value := range p.Args {
		pairs = append(pairs, name, c.phraseArgument(name, value))
	}
	return c.put(p.Code, pairs...)
}

// phraseArgument puts a plain value into words, by the name of its argument.
func (c *Catalogue) phraseArgument(name, value string) string {
	switch name {
	case "day", "first", "last":
		return c.dayOf(value)
	case "time":
		at, _ := day.ParseClock(value)
		return c.Clock(at)
	case "kind":
		return c.put("closure." + value)
	case "weekdays", "planned", "each":
		set, _ := day.ParseWeekdays(value)
		if name == "each" {
			return c.eachWeekday(set)
		}
		return c.Days(set)
	case "numbers":
		return c.And(strings.Split(value, ","))
	case "ordinals", "months", "places", "date":
		return c.listed(name, value)
	}
	return Plain(value)
}

// Outcome says whether a session is planned on the day explained.
func (c *Catalogue) Outcome(e *schedule.Explanation) string {
	return c.put("outcome."+string(e.Outcome), "day", c.Day(e.Date))
}

// Claim is what the school says of a service.
func (c *Catalogue) Claim(claim *iep.Claim) string {
	words := c.put("claim.span", "first", c.Day(claim.First), "last", c.Day(claim.Last))
	if claim.Name != "" {
		words += c.put("claim.name", "name", Plain(claim.Name))
	}
	if claim.SaidBy != "" {
		words += c.put("claim.by", "name", Plain(claim.SaidBy))
	}
	if claim.SaidOn != day.None {
		words += c.put("claim.on", "day", c.Day(claim.SaidOn))
	}
	return words
}

// eachWeekday are weekdays that come again: Tuesdays and Thursdays.
func (c *Catalogue) eachWeekday(set day.Weekdays) string {
	var names []string
	for _, w := range set.List() {
		names = append(names, c.put("weekday.each."+strconv.Itoa(int(w))))
	}
	return c.And(names)
}

func (c *Catalogue) listed(name, value string) string {
	var words []string
	for text := range strings.SplitSeq(value, ",") {
		switch name {
		case "ordinals":
			words = append(words, c.ordinal(text))
		case "months":
			words = append(words, c.put("month.long."+text))
		case "places":
			at := len(text) - len("MO")
			w, _ := day.ParseWeekday(text[at:])
			words = append(words, c.ordinal(text[:at])+" "+c.LongWeekday(w))
		default:
			month, n, _ := strings.Cut(text, "-")
			words = append(words, c.put("month.long."+month)+" "+n)
		}
	}
	return c.And(words)
}

// ordinal is a place in a row: 2nd, 11th, last, 2nd to last. English has a
// form for each last digit up to 3, but for the teens.
func (c *Catalogue) ordinal(number string) string {
	if number == "-1" {
		return c.put("ordinal.last")
	}
	if fromEnd, is := strings.CutPrefix(number, "-"); is {
		return c.put("ordinal.from_end", "ordinal", c.ordinal(fromEnd))
	}
	n, _ := strconv.Atoi(number)
	form := "other"
	if last := n % 10; 1 <= last && last <= 3 && n/10%10 != 1 {
		form = strconv.Itoa(last)
	}
	return c.put("ordinal."+form, "n", number)
}
