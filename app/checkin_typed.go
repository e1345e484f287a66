package app

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/tally"
	"midweek/internal/open"
)

// checkInDraft is the name under which typed answers are kept.
const checkInDraft = "check-in"

// notSaid is how a row is known whose answer differs from all in that nobody
// says how.
const notSaid = "none"

// typed are the answers typed and not written down, so far as their rows are
// there and nobody has filled them in elsewhere since. What cannot be read is
// none: it never was in the record.
func (s *sheet) typed() CheckInForm {
	form := CheckInForm{Answers: []CheckInAnswer{}}
	text, err := s.room.Draft(checkInDraft)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &form) != nil {
		return CheckInForm{Answers: []CheckInAnswer{}}
	}
	if form.Answers == nil {
		form.Answers = []CheckInAnswer{}
	}
	written := s.filledIn(form.Answers)
	form.Answers = slices.DeleteFunc(form.Answers, func(a CheckInAnswer) bool {
		filled, there := written[a.Key]
		return !there || filled && !a.Over
	})
	return form
}

// filledIn says of the sessions that were answered, so far as they are there,
// whether something is written of them.
func (s *sheet) filledIn(answers []CheckInAnswer) map[string]bool {
	found := map[string]bool{}
	if len(answers) == 0 {
		return found
	}
	for _, series := range s.Ledger.Series {
		for i := range series.Slots {
			if key := binder.Key(&series.Slots[i]); answerTo(answers, key) >= 0 {
				found[key] = series.Slots[i].Entry() != nil
			}
		}
	}
	return found
}

// keepTyped keeps answers for later. Without any there is nothing to keep.
func keepTyped(r *open.Room, form CheckInForm) error {
	if len(form.Answers) == 0 {
		return r.SetDraft(checkInDraft, "")
	}
	text, err := json.Marshal(form)
	if err != nil {
		return err
	}
	return r.SetDraft(checkInDraft, string(text))
}

// write writes what was answered of the rows of a query, and says what it was.
func (q CheckInQuery) write(r *open.Room, form CheckInForm) (string, error) {
	book, err := r.Book()
	if err != nil {
		return "", err
	}
	s := &sheet{Book: book, room: r}
	if book.Record.Child(q.Child) != nil {
		s.child = q.Child
	}
	rows, err := q.rows(s)
	if err != nil {
		return "", err
	}
	shown := shownAs(s.open(rows), form)
	answers := make([]binder.Answer, len(shown))
	for i, a := range shown {
		answers[i] = a.answer(form.KnownBy)
	}
	if err := r.CheckIn(answers); err != nil {
		return "", err
	}
	said := words.Put("checkin.did", "sum", checkInSum(s.open(rows), form).Text)
	form.Answers = slices.DeleteFunc(form.Answers, func(a CheckInAnswer) bool { return answerTo(shown, a.Key) >= 0 })
	_ = keepTyped(r, form) // what is written is written: its rows no longer wait
	return said, nil
}

// open are the rows that take an answer.
func (s *sheet) open(rows checkRows) []tally.Row {
	return slices.DeleteFunc(slices.Clone(rows.list), func(row tally.Row) bool { return !takes(row, s.Today) })
}

// answerTo is the place of the answer to a row, or -1.
func answerTo(answers []CheckInAnswer, key string) int {
	return slices.IndexFunc(answers, func(a CheckInAnswer) bool { return a.Key == key && a.Status != "" })
}

// shownAs are the answers to these rows, in their order.
func shownAs(rows []tally.Row, form CheckInForm) []CheckInAnswer {
	var list []CheckInAnswer
	for _, row := range rows {
		if i := answerTo(form.Answers, binder.Key(row.Slot)); i >= 0 {
			list = append(list, form.Answers[i])
		}
	}
	return list
}

// answer is what is to be written. A missed one whose reason was left out says
// so; of one that is not sure, nothing is known by anything.
func (a CheckInAnswer) answer(all string) binder.Answer {
	out := binder.Outcome{Status: iep.Status(a.Status)}
	switch out.Status {
	case iep.Missed:
		out.Reason = iep.Reason(a.Reason)
		if out.Reason == "" {
			out.Reason = iep.NotStated
		}
	case iep.Partial:
		out.Minutes, out.Reason = a.Minutes, iep.Reason(a.Reason)
	}
	if known := a.known(all); known != "" && out.Status != iep.Unsure {
		out.KnownBy = &known
	}
	return binder.Answer{Key: a.Key, Outcome: out}
}

func (a CheckInAnswer) known(all string) string {
	switch a.KnownBy {
	case "":
		return all
	case notSaid:
		return ""
	}
	return a.KnownBy
}

// checkInSum is what the answers to rows come to, in plain numbers.
func checkInSum(rows []tally.Row, form CheckInForm) CheckInSum {
	count := map[string]int{}
	given, bare := 0, 0
	shown := shownAs(rows, form)
	for _, a := range shown {
		count[a.Status]++
		switch {
		case a.Status != string(iep.Partial):
		case a.Minutes == nil:
			bare++
		default:
			given += *a.Minutes
		}
	}
	var parts []string
	add := func(status iep.Status, pairs ...string) {
		if n := count[string(status)]; n > 0 {
			parts = append(parts, words.Put("checkin.sum."+string(status), append(pairs, "n", words.Number(n))...))
		}
	}
	add(iep.Delivered)
	add(iep.Partial, "minutes", words.Several("minute", given))
	add(iep.Unsure)
	add(iep.Missed, "reasons", whyMissed(shown))
	unanswered := unansweredOf(rows, shown)
	return CheckInSum{
		Text: strings.Join(parts, ", "), Left: leftOf(unanswered, bare), Answered: len(shown), Of: len(shown) + unanswered,
	}
}

// unansweredOf is how many rows nobody has filled in, here or before.
func unansweredOf(rows []tally.Row, shown []CheckInAnswer) int {
	n := 0
	for _, row := range rows {
		if row.Slot.Entry() == nil && answerTo(shown, binder.Key(row.Slot)) < 0 {
			n++
		}
	}
	return n
}

func leftOf(unanswered, bare int) string {
	var parts []string
	if bare > 0 {
		parts = append(parts, words.Several("bare", bare))
	}
	if unanswered > 0 {
		parts = append(parts, words.Several("unanswered", unanswered))
	}
	return strings.Join(parts, " ")
}

// whyMissed are the reasons of missed sessions, each with how many it stands
// for where there are several.
func whyMissed(answers []CheckInAnswer) string {
	var order []iep.Reason
	times := map[iep.Reason]int{}
	for _, a := range answers {
		if a.Status != string(iep.Missed) {
			continue
		}
		reason := a.answer("").Reason
		if times[reason]++; times[reason] == 1 {
			order = append(order, reason)
		}
	}
	var list []string
	for _, reason := range order {
		text := words.Reason(reason)
		if len(order) > 1 {
			text = words.Put("checkin.times", "reason", text, "n", strconv.Itoa(times[reason]))
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}
