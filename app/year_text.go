package app

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// A PastedView is what was read in pasted text.
type PastedView struct {
	Rows   []PastedRow  `json:"rows"`
	Unread []UnreadLine `json:"unread"`
}

// A PastedRow is one reading of a line.
type PastedRow struct {
	ID      string `json:"id"`
	On      string `json:"on"` // Wed Nov 25, 2026 to Fri Nov 27, 2026
	Name    string `json:"name"`
	Take    bool   `json:"take"`    // it is clear enough to be ticked
	Kind    string `json:"kind"`    // closed, short, extra, noted
	From    string `json:"from"`    // of a short day: it opens, HH:MM
	Until   string `json:"until"`   // of a short day: it ends, HH:MM
	Because string `json:"because"` // what decided
	Already string `json:"already"` // closed already: Fall break
}

// An UnreadLine is a line in which no day was found, and why.
type UnreadLine struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

// A PastedPick is a row that was ticked, as a person left it.
type PastedPick struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	From  string `json:"from"`
	Until string `json:"until"`
}

// What a pasted day can be.
const (
	pastedClosed = "closed"
	pastedShort  = "short"
	pastedExtra  = "extra"
	pastedNoted  = "noted"
)

// mostPasted is how long a pasted text may be, in characters: a year on paper
// has five thousand.
const mostPasted = 50_000

// AddText writes the pasted days that are ticked.
func (y *Year) AddText(q FillQuery, picks []PastedPick) (*FillView, error) {
	q = typed(q)
	return y.change(q, func(r *open.Room) error {
		book, err := r.Book()
		if err != nil {
			return err
		}
		year := book.Year(q.Calendar)
		if year == nil {
			return refusal.At("calendar", refusal.New(refusal.NoSuch, "what", "calendar", "id", q.Calendar))
		}
		batch, err := pastedBatch(year, q.Text, picks)
		if err != nil {
			return err
		}
		return r.AddDays(q.Calendar, batch, "")
	})
}

func emptyPasted() PastedView { return PastedView{Rows: []PastedRow{}, Unread: []UnreadLine{}} }

func readPasted(year *calendar.SchoolYear, text string) ([]feed.Reading, []feed.Unread, error) {
	if utf8.RuneCountInString(text) > mostPasted {
		return nil, nil, refusal.At("text", refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(mostPasted)))
	}
	readings, unread := feed.ReadText(text, year.Span(), feed.Options{Level: year.Level})
	return readings, unread, nil
}

func pastedView(year *calendar.SchoolYear, text string) (PastedView, error) {
	v := emptyPasted()
	readings, unread, err := readPasted(year, text)
	if err != nil {
		return v, err
	}
	days := calendar.NewDays(year)
	for i := range readings {
		v.Rows = append(v.Rows, pastedRow(days, &readings[i]))
	}
	for _, u := range unread {
		v.Unread = append(v.Unread, UnreadLine{u.Line, words.Refusal(u.Why)})
	}
	return v, nil
}

func pastedRow(days *calendar.Days, r *feed.Reading) PastedRow {
	v := PastedRow{
		ID: pastedID(r), On: words.Span(r.Span), Name: r.Title, Kind: pastedKind(r.Verdict), From: clockText(r.From), Until: clockText(r.Until),
		Because: words.FeedReasons(r),
	}
	in, there := r.Span.Within(days.Year.Span()), false
	v.Already, there = closedNow(days, in)
	switch v.Kind {
	case pastedShort:
		if p, short := days.Partial(in.First); short {
			v.Already, there = words.Put("usual.short", "name", say.Plain(shortText(&p))), true
		}
	case pastedNoted:
		if notes := days.Noted(in.First); len(notes) > 0 {
			v.Already, there = words.Put("usual.noted", "name", say.Plain(notes[0].Name)), true
		}
	case pastedExtra:
		there = !there
	}
	v.Take = r.Verdict != feed.IsAsk && r.Verdict != feed.IsIgnored && !there
	return v
}

func pastedID(r *feed.Reading) string {
	return strconv.Itoa(r.Line) + "/" + r.First.String() + "/" + r.Last.String()
}

// pastedKind is what a reading comes to in the calendar. What it leaves open
// is a question; what it takes for nothing was pasted all the same.
func pastedKind(v feed.Verdict) string {
	switch v {
	case feed.IsPartial:
		return pastedShort
	case feed.GivenBack:
		return pastedExtra
	case feed.IsAsk, feed.IsTesting:
		return pastedNoted
	}
	return pastedClosed
}

func clockText(c day.Clock) string {
	if !c.Known() {
		return ""
	}
	return c.String()
}

func pastedBatch(year *calendar.SchoolYear, text string, picks []PastedPick) (binder.Batch, error) {
	var batch binder.Batch
	readings, _, err := readPasted(year, text)
	if err != nil {
		return batch, err
	}
	for _, pick := range picks {
		i := slices.IndexFunc(readings, func(r feed.Reading) bool { return pastedID(&r) == pick.ID })
		if i < 0 {
			return batch, refusal.At("days", refusal.New(refusal.NoSuch, "what", "pasted day", "id", pick.ID))
		}
		if err := pick.into(&batch, &readings[i]); err != nil {
			return batch, err
		}
	}
	return batch, nil
}

// into puts a row into the list of its kind.
func (p PastedPick) into(batch *binder.Batch, r *feed.Reading) error {
	switch p.Kind {
	case pastedShort:
		short := calendar.PartialDay{Span: r.Span, Name: r.Title, Source: calendar.Pasted}
		var err error
		if short.Opening, err = parseClock("from", p.From); err != nil {
			return err
		}
		if short.Dismissal, err = parseClock("until", p.Until); err != nil {
			return err
		}
		batch.Short = append(batch.Short, short)
	case pastedExtra:
		for on := r.First; on <= r.Last; on++ {
			batch.Extra = append(batch.Extra, calendar.ExtraDay{Date: on, Name: r.Title, Source: calendar.Pasted})
		}
	case pastedNoted:
		batch.Noted = append(batch.Noted, calendar.NotedDay{Span: r.Span, Name: r.Title, Kind: notedKind(r), Source: calendar.Pasted})
	case pastedClosed:
		kind := r.Kind
		if kind == "" {
			kind = calendar.OtherClosure
		}
		batch.Closures = append(batch.Closures, calendar.Closure{Span: r.Span, Name: r.Title, Kind: kind, Source: calendar.Pasted})
	default:
		return refusal.At("kind", refusal.New(refusal.NotAWord, "text", p.Kind, "words", "closed, short, extra, noted"))
	}
	return nil
}

func notedKind(r *feed.Reading) calendar.NotedKind {
	switch {
	case r.Verdict == feed.IsTesting:
		return calendar.Testing
	case slices.ContainsFunc(r.Because, func(why feed.Reason) bool { return why.Code == feed.Remote }):
		return calendar.Remote
	}
	return calendar.Unclear
}
