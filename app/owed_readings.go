package app

import (
	"slices"

	"midweek/internal/binder"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// An OwedReadings is one service under every reading that its plan has, side by
// side. Which of them holds is not for a program to say.
type OwedReadings struct {
	Text     string        `json:"text"` // 0, 90 or 150 minutes to make up, by 3 readings
	Readings []ReadingView `json:"readings"`
	Mixed    string        `json:"mixed"`   // why none is in force, or empty
	Differ   []DifferView  `json:"differ"`  // where they differ, in order of day
	To       string        `json:"to"`      // address at which a reading is chosen
	Depends  bool          `json:"depends"` // on sessions not filled in
}

// A ReadingView is one reading.
type ReadingView struct {
	Name    string `json:"name"`    // session by session
	What    string `json:"what"`    // what it counts, in a sentence
	InForce bool   `json:"inForce"` // the numbers of the screen are computed so
	Yes     string `json:"yes"`     // 60 to 90 min
	Ask     string `json:"ask"`
	No      string `json:"no"`
	Short   string `json:"short"` // the three together
	Open    string `json:"open"`  // of yes: not made up
}

// A DifferView is days on which the readings do not agree, and what it comes
// from.
type DifferView struct {
	Text  string       `json:"text"`  // Mon Nov 2 to Sun Nov 8: 60 minutes promised, 30 given
	Reads []string     `json:"reads"` // of each reading, in its order
	Facts []DifferFact `json:"facts"`
}

// A DifferFact is what readings count in different ways, with the entry or the
// day of the calendar that it comes from.
type DifferFact struct {
	Text string `json:"text"`
	Day  string `json:"day"` // Tue Nov 3, 2026; empty where it is no one day
	To   string `json:"to"`  // address of the entry, or of the day
}

// Readings reads a service of the view in every way that its plan has. It
// writes nothing.
func (o *Owed) Readings(child, series string) (*OwedReadings, error) {
	return look(o.Desk, child, func(s *sheet) (*OwedReadings, error) {
		all, err := ledger.Compare(s.Record, s.Today)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if c := &all[i]; c.ChildID+"/"+c.ID == series {
				return s.sideBySide(c), nil
			}
		}
		return nil, refusal.New(refusal.NoSuch, "what", "series", "id", series)
	})
}

func (s *sheet) sideBySide(c *ledger.Comparison) *OwedReadings {
	v := &OwedReadings{Readings: []ReadingView{}, Differ: []DifferView{}}
	last := c.Readings[0].Series.VersionOn(s.Today)
	v.To = href("rule", last.Plan.ID)
	inForce := false
	for i := range c.Readings {
		read := &c.Readings[i]
		v.Readings = append(v.Readings, readingView(read))
		v.Depends = v.Depends || read.Series.Range().Unknown > 0
		inForce = inForce || read.InForce
	}
	if !inForce {
		v.Mixed = words.Put("readings.mixed")
	}
	v.Text = readingsText(c)
	for i := range c.Differences {
		v.Differ = append(v.Differ, s.differ(c, &c.Differences[i]))
	}
	return v
}

func readingView(r *ledger.Read) ReadingView {
	given, missed := r.Ends()
	between := func(a, b int) string { return words.Between("min", min(a, b), max(a, b)) }
	low, high := r.Series.Range().Of(openOwed)
	return ReadingView{
		Name: say.Capital(words.Reading(r.Reading)), What: words.Put("readings.what." + string(r.Reading)), InForce: r.InForce,
		Yes: between(given.Yes, missed.Yes), Ask: between(given.Ask, missed.Ask), No: between(given.No, missed.No),
		Short: between(given.Short(), missed.Short()), Open: between(low, high),
	}
}

// readingsText are the minutes to make up by all readings, each number once: 0,
// 90 or 150 minutes.
func readingsText(c *ledger.Comparison) string {
	var numbers []int
	for i := range c.Readings {
		numbers = append(numbers, c.Readings[i].Yes)
	}
	slices.Sort(numbers)
	if numbers = slices.Compact(numbers); len(numbers) == 1 {
		return words.Put("readings.same", "minutes", words.Several("minute", numbers[0]))
	}
	return words.Put("readings.headline", "list", words.Or("minute", numbers), "readings", words.Several("reading", len(c.Readings)))
}

func (s *sheet) differ(c *ledger.Comparison, d *ledger.Difference) DifferView {
	v := DifferView{Text: say.Capital(words.Stretch(d)), Reads: []string{}, Facts: []DifferFact{}}
	for _, t := range d.Tallies {
		v.Reads = append(v.Reads, words.Tally(t))
	}
	series := s.Ledger.Find(c.ID, c.ChildID)
	for _, f := range d.Facts {
		v.Facts = append(v.Facts, s.differFact(series, f))
	}
	return v
}

// differFact leads to the entry of its day, else to the day in the calendar.
func (s *sheet) differFact(series *ledger.Series, f ledger.Fact) DifferFact {
	v := DifferFact{Text: say.Capital(words.Fact(f))}
	switch f.Code {
	case ledger.NoSlot, ledger.ExtraMinutes:
		return v
	case ledger.ClosedDay:
		v.To = dayHref(s.label(series.ChildID, f.Date), f.Date)
	default:
		for i := range series.Slots {
			if slot := &series.Slots[i]; slot.Date == f.Date {
				v.To = s.rowHref(binder.Key(slot))
			}
		}
	}
	if v.To != "" {
		v.Day = words.Day(f.Date)
	}
	return v
}
