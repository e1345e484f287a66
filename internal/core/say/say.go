// Package say has the words for the core's codes. The core speaks in codes and
// arguments, so that a number reads the same on screen, on paper and on the
// command line, and so that a second language is a second catalogue.
//
// The words are calm and fair to everyone (docs/words.md): "to make up", "ask
// the team", "for the record", "not filled in"; never that anyone owes, and
// never that what is unknown was missed.
package say

import (
	_ "embed"
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/fit"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
)

//go:embed en.json
var englishFile []byte

// English is the catalogue in American English.
var English = read(englishFile).with(englishWindow).with(englishPaper).with(englishNotes).with(englishRule).with(englishMakeUp).with(englishSummer).with(englishCopies).with(englishProof).with(englishLock)

// A Catalogue is the words of one language, by code.
type Catalogue struct{ words map[string]string }

// read takes a catalogue that is part of the program; a fault in it is the
// program's own.
func read(file []byte) *Catalogue {
	c := &Catalogue{}
	if err := json.Unmarshal(file, &c.words); err != nil {
		panic("catalogue: " + err.Error())
	}
	return c
}

// Has says whether the catalogue has words for a code.
func (c *Catalogue) Has(code string) bool { return c.words[code] != "" }

// put says a code, with the values of its arguments by name. A code without
// words is said as it stands: what another program wrote is shown, not lost.
func (c *Catalogue) put(code string, pairs ...string) string {
	words, ok := c.words[code]
	if !ok {
		_, word, _ := strings.Cut(code, ".")
		return Plain(word)
	}
	return filled(words, pairs)
}

// filled is a text with the values of its {names}. What a value says is not
// looked at again, and a name without a value stays as it stands.
func filled(words string, pairs []string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(words, '{')
		end := strings.IndexByte(words[max(open, 0):], '}') + max(open, 0)
		if open < 0 || end <= open {
			b.WriteString(words)
			return b.String()
		}
		b.WriteString(words[:open])
		b.WriteString(valueOf(words[open:end+1], pairs))
		words = words[end+1:]
	}
}

// valueOf is the value of a {name} among pairs of names and values.
func valueOf(braced string, pairs []string) string {
	name := braced[1 : len(braced)-1]
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return braced
}

// longest is how much of a person's own text is repeated in a sentence.
const longest = 80

// Plain is text from outside made fit to stand in a line: one line, without
// control or direction characters, and not too long.
func Plain(text string) string { return Line(text, longest) }

// Line is text made fit to be a line of at most so many characters.
func Line(text string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > most {
			b.WriteString("…")
			break
		}
		if unicode.IsPrint(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// Refusal is the sentence for what is wrong and what to do. Where it is wrong
// is the refusal's field.
func (c *Catalogue) Refusal(r *refusal.Refusal) string {
	pairs := make([]string, 0, 2*len(r.Args))
	for name, value := range r.Args {
		pairs = append(pairs, name, c.argument(r.Code, name, value))
	}
	return c.put("refusal."+string(r.Code), pairs...)
}

func (c *Catalogue) argument(code refusal.Code, name, value string) string {
	switch {
	case code == refusal.NotYet || code == refusal.OutsideService || code == refusal.OutsideYear:
		return c.dayOf(value)
	case code == refusal.NoSuchDay && name == "month":
		return c.put("month.long." + value)
	case code == refusal.WrongType:
		return c.put("type." + value)
	case name == "text" || name == "value" && value == "":
		return `"` + Plain(value) + `"`
	case name == "known" || name == "words":
		return plainList(value)
	}
	return Plain(value)
}

// dayOf is a day in words, or the text as it stands.
func (c *Catalogue) dayOf(text string) string {
	d, err := day.Parse(text)
	if err != nil {
		return Plain(text)
	}
	return c.Day(d)
}

// plainList makes each word of a list plain, and keeps the list whole.
func plainList(list string) string {
	words := strings.Split(list, ", ")
	for i := range words {
		words[i] = Plain(words[i])
	}
	return strings.Join(words, ", ")
}

// Reason is why minutes were missed.
func (c *Catalogue) Reason(r iep.Reason) string { return c.put("reason." + string(r)) }

// Answer is what becomes of missed minutes.
func (c *Catalogue) Answer(a policy.Answer) string { return c.put("answer." + string(a)) }

// Status is what came of a session.
func (c *Catalogue) Status(s iep.Status) string { return c.put("status." + string(s)) }

// Why says why make-up minutes settle nothing.
func (c *Catalogue) Why(w ledger.Why) string { return c.put("why." + string(w)) }

// Binding is the limit that keeps minutes from fitting.
func (c *Catalogue) Binding(b fit.Binding) string { return c.put("binding." + string(b)) }

// Day is a day as families write it: Tue Mar 11, 2025.
func (c *Catalogue) Day(d day.Day) string {
	if d == day.None {
		return "–"
	}
	y, m, n := d.Civil()
	return c.Weekday(d.Weekday()) + " " + c.put("month."+strconv.Itoa(m)) + " " + strconv.Itoa(n) + ", " + strconv.Itoa(y)
}

// Weekday is a short name: Tue.
func (c *Catalogue) Weekday(w day.Weekday) string { return c.put("weekday." + strconv.Itoa(int(w))) }

// Weekdays are short names between commas.
func (c *Catalogue) Weekdays(set day.Weekdays) string {
	var names []string
	for _, w := range set.List() {
		names = append(names, c.Weekday(w))
	}
	return strings.Join(names, ", ")
}

// Verdict says whose answer it is. An answer whose source was never seen says
// so.
func (c *Catalogue) Verdict(v policy.Verdict, p *policy.Policy, team *iep.Decision) string {
	pairs := []string{"pack", v.Pack, "named", p.Pack}
	if team != nil {
		pairs = append(pairs, "day", c.Day(team.Decided()))
	}
	words := c.put("layer."+string(v.Layer), pairs...)
	if v.Rule != nil && !v.Rule.Evidence.Seen() {
		words += ", " + c.Evidence(v.Rule.Evidence)
	}
	return c.Since(words, v)
}

// Since adds to whose answer it is from which day on it is that, where answers
// were changed.
func (c *Catalogue) Since(whose string, v policy.Verdict) string {
	if v.Since == day.None {
		return whose
	}
	return c.put("layer.since", "whose", whose, "day", c.Day(v.Since))
}

// Line says what a line of the ledger is about: the reason of a missed slot,
// or the numbers of a period.
func (c *Catalogue) Line(l *ledger.Line) string {
	if l.Slot != nil {
		return c.Reason(l.Reason)
	}
	if l.Obligation.Agreed != nil {
		return c.put("line.brought", "day", c.Day(l.Date))
	}
	p, code := l.Obligation.Period, "line.period"
	if l.Reason == iep.NotScheduled {
		code = "line.not_scheduled"
	}
	return c.put(code, "given", strconv.Itoa(p.Delivered+p.Extra), "required", strconv.Itoa(p.Required),
		"minutes", strconv.Itoa(l.Minutes), "first", c.Day(p.Span.First))
}

// NoPart is the answer of a line that takes no part in its period.
func (c *Catalogue) NoPart() string { return c.put("answer.none") }

// LineState is what a line without an obligation of its own comes to.
func (c *Catalogue) LineState(l *ledger.Line) string {
	switch {
	case l.ExplainsNothing():
		return c.put("line.explains_nothing")
	case l.InPeriod():
		return c.put("line.in_period")
	}
	return ""
}

// Warning is an entry that does not sit well.
func (c *Catalogue) Warning(w ledger.Warning) string {
	switch {
	case w.Session != nil:
		return c.put("warning."+string(w.Code), "day", w.Session.Date.String(), "id", Plain(w.Session.ID), "status", string(w.Session.Status))
	case w.Service != nil:
		return c.put("warning."+string(w.Code), "day", w.Service.Start.String(), "id", Plain(w.Service.ID))
	default:
		return c.put("warning."+string(w.Code), "day", w.Decision.Date.String(), "id", Plain(w.Decision.ServiceID))
	}
}

// Promise is a service's requirement as a short phrase.
func (c *Catalogue) Promise(s *iep.Service) string {
	r := s.Requirement
	if r == nil {
		return c.put("promise.none")
	}
	return c.put("promise."+string(r.Unit), "amount", strconv.Itoa(r.Amount),
		"minutes", strconv.Itoa(s.SessionMinutes()), "period", c.period(r))
}

func (c *Catalogue) period(r *iep.Requirement) string {
	if n := r.Every(); n > 1 && r.Period == iep.Week {
		return c.put("period.weeks", "n", strconv.Itoa(n))
	}
	return c.put("period." + string(r.Period))
}

// Evidence is how well a source was seen.
func (c *Catalogue) Evidence(e policy.Evidence) string { return c.put("evidence." + string(e)) }

// PackStatus is a caution about a pack, or nothing.
func (c *Catalogue) PackStatus(status string) string {
	if status == "" {
		return ""
	}
	return c.put("pack." + status)
}

// Event is what a deadline counts from.
func (c *Catalogue) Event(kind string) string { return c.put("event." + kind) }

// What is what a deadline is for.
func (c *Catalogue) What(what string) string { return c.put("what." + what) }

// Count is a number of what a deadline counts in: 45 calendar days, 1 year.
func (c *Catalogue) Count(n int, u deadline.Unit) string {
	code := "unit." + string(u)
	if n == 1 {
		code = "unit.one." + string(u)
	}
	return strconv.Itoa(n) + " " + c.put(code)
}

// Deadline is a reason for a deadline's answer, or for its being a question.
func (c *Catalogue) Deadline(code deadline.Code) string { return c.put("deadline." + string(code)) }
