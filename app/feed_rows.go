package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/ledger"
	"midweek/internal/core/say"
)

// groups are the rows' groups in their order; the last two are folded.
var groups = []string{"look", "names", "gone", "given_back", "closed", "short", "testing", "same", "ignored"}

// review draws what was read for a school year.
func (v *FeedView) review(s *sheet, b *feedFile) error {
	v.pick(s, b)
	t, err := b.take(s, v.Query)
	if err != nil {
		return err
	}
	v.Query.First, v.Query.Last, v.Query.Level = iso(t.year.First), iso(t.year.Last), string(t.level)
	v.Problems, v.Again = t.problems, t.again()
	scoped := !t.year.Level.Known() && (t.level.Known() || slices.ContainsFunc(t.readings, func(r feed.Reading) bool { return r.Scoped() }))
	if scoped {
		v.Levels = choices(levels, func(l calendar.Level) string { return words.Put("level." + string(l)) })
	}
	if !t.known() {
		v.Lead = words.Put("feed.no_days")
		return nil
	}
	d := &drawer{sheet: s, taken: t, rows: map[string][]sure{}, count: map[string]int{}, all: v.Query.All}
	d.draw()
	v.Groups = d.groups()
	v.Lead, v.Rest = d.lead(), d.rest()
	v.Answers = choices([]string{"closed", "partial", "ignore", "ask", "testing", "given_back", takeAway, leaveIt},
		func(code string) string { return words.Put("feed.answer." + code) })
	return nil
}

// pick settles which school year the file is read for: the one asked for, the
// one that the file itself speaks of, the one of today, or a new one.
func (v *FeedView) pick(s *sheet, b *feedFile) {
	ids := s.CalendarsOf(s.child)
	for i := range s.Record.Calendars {
		if y := &s.Record.Calendars[i]; s.child == "" || slices.Contains(ids, y.ID) {
			v.Years = append(v.Years, Choice{y.ID, yearText(y)})
		}
	}
	v.Years = append(v.Years, Choice{newYear, words.Put("feed.new_year")})
	if asked := v.Query.Year; asked != "" && slices.ContainsFunc(v.Years, func(c Choice) bool { return c.ID == asked }) && asked != newYear {
		return
	}
	guess := b.guess(s.Today)
	if v.Query.Year != newYear {
		v.Query.Year = fitting(s, v.Years, guess)
	}
	if v.Query.Year == newYear {
		v.Query.First = cmp.Or(v.Query.First, iso(guess.First))
		v.Query.Last = cmp.Or(v.Query.Last, iso(guess.Last))
	}
}

// fitting is the school year of which most days are those of the guess;
// without a guess the one of today.
func fitting(s *sheet, years []Choice, guess day.Span) string {
	best, most := newYear, 0
	for _, c := range years {
		y := s.Year(c.ID)
		switch {
		case y == nil:
		case guess.First == day.None || guess.Last == day.None:
			if y.Span().Holds(s.Today) || best == newYear {
				best = y.ID
			}
		default:
			if n := y.Span().Within(guess).Days(); n > most && 2*n > guess.Days() {
				best, most = y.ID, n
			}
		}
	}
	return best
}

// sure is a row with how certain its reading is.
type sure struct {
	FeedRow
	certainty int
}

// A drawer sorts what was read into groups.
type drawer struct {
	*sheet
	*taken
	all   bool
	rows  map[string][]sure
	count map[string]int
	open  map[day.Day]int // planned sessions on school days, not filled in
	shut  map[day.Day]int // and on closed ones
}

func (d *drawer) draw() {
	d.planned()
	changes := d.unasked(d.Today)
	for i := range d.readings {
		r := &d.readings[i]
		of := slices.DeleteFunc(slices.Clone(changes), func(c feed.Change) bool { return !c.Of(r) })
		d.reading(r, of)
	}
	for i := range changes {
		if c := &changes[i]; c.Gone() {
			d.add("gone", d.gone(c), 0)
		}
	}
}

// planned counts the sessions of the days, of the services on this calendar.
func (d *drawer) planned() {
	d.open, d.shut = map[day.Day]int{}, map[day.Day]int{}
	for _, series := range d.Ledger.Series {
		for i := range series.Slots {
			slot := &series.Slots[i]
			if slot.Session != nil || !d.onCalendar(slot) {
				continue
			}
			if slot.Status == calendar.Open {
				d.open[slot.Date]++
			} else {
				d.shut[slot.Date]++
			}
		}
	}
}

func (d *drawer) onCalendar(slot *ledger.Slot) bool {
	return slices.Contains(slot.Version.Plan.CalendarIDs, d.year.ID)
}

func (d *drawer) add(group string, row FeedRow, certainty int) {
	d.count[group]++
	if group != "ignored" || d.all {
		d.rows[group] = append(d.rows[group], sure{row, certainty})
	}
}

// reading sorts one reading into its group.
func (d *drawer) reading(r *feed.Reading, of []feed.Change) {
	if r.Verdict == feed.IsIgnored && !d.all {
		d.count["ignored"]++
		return
	}
	row := FeedRow{
		ID: rowID(r), On: words.Span(r.Span), Title: r.Title, Why: say.Capital(words.FeedReasons(r)), Sure: sureness(r.Certainty),
		Answer: string(answerOf(r)), Answers: []string{}, From: r.From.String(), Until: r.Until.String(), Does: clocks(r.From, r.Until),
	}
	for _, a := range offeredFor(r) {
		row.Answers = append(row.Answers, string(a))
	}
	group := groupOf(r)
	asks := group == "look" || group == "names"
	if asks && d.settled(r.Span) || group != "ignored" && group != "names" && len(of) == 0 {
		row.Answer, row.Answers, row.Does = "", []string{}, d.standing(r)
		group, of = "same", nil
	}
	for i := range of {
		d.effect(&row, &of[i])
	}
	d.add(group, row, r.Certainty)
}

func groupOf(r *feed.Reading) string {
	switch {
	case r.ByNameOnly():
		return "names"
	case r.Verdict == feed.IsAsk:
		return "look"
	case r.Verdict == feed.IsPartial:
		return "short"
	case r.Verdict == feed.IsIgnored:
		return "ignored"
	}
	return string(r.Verdict)
}

// effect says what a change does beside what the answer says.
func (d *drawer) effect(row *FeedRow, c *feed.Change) {
	switch c.What {
	case feed.OtherHours:
		row.Does = words.Put("feed.other_hours", "hours", clocks(c.From, c.Until))
	case feed.OtherKind:
		row.Does = words.Put("feed.other_kind")
	}
	row.Moves = cmp.Or(d.moves(c), row.Moves)
}

// moves says how many planned sessions a change gives or takes.
func (d *drawer) moves(c *feed.Change) string {
	came, left := 0, 0
	for on := c.First; on <= c.Last; on++ {
		came, left = came+d.shut[on], left+d.open[on]
	}
	switch {
	case c.What == feed.Closes && left > 0:
		return words.Put("feed.minus", "sessions", words.Several("session", left))
	case (c.What == feed.Opens || c.What == feed.GivesBack) && came > 0:
		return words.Put("feed.plus", "sessions", words.Several("session", came))
	}
	return ""
}

func (d *drawer) gone(c *feed.Change) FeedRow {
	return FeedRow{
		ID: goneID(c), On: words.Span(c.Span), Title: c.Name, Does: words.Put("feed.gone." + string(c.What)), Moves: d.moves(c),
		Answer: d.silence(), Answers: []string{takeAway, leaveIt},
	}
}

// standing says why a reading changes nothing: what the family wrote stands.
func (d *drawer) standing(r *feed.Reading) string {
	source, found := calendar.Source(""), false
	note := func(span day.Span, from calendar.Source) {
		if span.Meets(r.Span) && (!found || source == calendar.FromFeed) {
			source, found = from, true
		}
	}
	for i := range d.year.Closures {
		note(d.year.Closures[i].Span, d.year.Closures[i].Source)
	}
	for i := range d.year.PartialDays {
		note(d.year.PartialDays[i].Span, d.year.PartialDays[i].Source)
	}
	switch {
	case !found:
		return words.Put("feed.standing.none")
	case source == calendar.Typed || source == calendar.Pasted:
		return words.Put("feed.standing.yours")
	}
	return words.Put("feed.standing.there")
}

// groups are those that have rows, the least certain rows first.
func (d *drawer) groups() []FeedGroup {
	list := []FeedGroup{}
	for _, id := range groups {
		if d.count[id] == 0 {
			continue
		}
		rows := d.rows[id]
		slices.SortStableFunc(rows, func(a, b sure) int { return cmp.Compare(a.certainty, b.certainty) })
		g := FeedGroup{
			ID: id, Title: words.Put("feed.group." + id), Lead: words.Put("feed.lead." + id), Count: d.count[id],
			Folded: id == "same" || id == "ignored", Rows: []FeedRow{},
		}
		for _, row := range rows {
			g.Rows = append(g.Rows, row.FeedRow)
		}
		list = append(list, g)
	}
	return list
}

// lead is the whole in one sentence.
func (d *drawer) lead() string {
	parts := []string{}
	for _, id := range []string{"closed", "short", "testing", "given_back", "gone", "look", "names", "same", "ignored"} {
		if n := d.count[id]; n > 0 {
			parts = append(parts, words.Several("feed."+id, n))
		}
	}
	if d.count["closed"] == 0 && !d.again() {
		parts = append([]string{words.Put("feed.none_closed")}, parts...)
	}
	code := "feed.lead"
	if d.again() {
		code = "feed.lead_again"
	}
	return words.Put(code, "events", words.Several("event", d.taken.count), "parts", words.And(parts))
}

// rest says where the other events are.
func (d *drawer) rest() string {
	if n := d.taken.count - len(d.readings) - len(d.problems); n > 0 {
		return words.Put("feed.rest", "events", words.Several("event", n))
	}
	return ""
}

// sureness is a certainty in words.
func sureness(n int) string {
	switch {
	case n >= 90:
		return words.Put("sure.90")
	case n >= 70:
		return words.Put("sure.70")
	case n >= 50:
		return words.Put("sure.50")
	}
	return words.Put("sure.0")
}

// clocks are the hours of a short day, or nothing.
func clocks(from, until day.Clock) string {
	var parts []string
	if from.Known() {
		parts = append(parts, words.Put("calendar.opens", "time", words.Clock(from)))
	}
	if until.Known() {
		parts = append(parts, words.Put("calendar.ends", "time", words.Clock(until)))
	}
	return say.English.And(parts)
}
