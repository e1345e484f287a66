package app

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
	"midweek/internal/sample"
)

// checker is a test or a draw of rapid.
type checker interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// drawn is what a screen of a record is drawn from, without a window.
func drawn(t checker, r *record.Record, today day.Day) *sheet {
	t.Helper()
	l, err := ledger.Compute(r, today)
	if err != nil {
		t.Fatal(err)
	}
	return &sheet{Book: &binder.Book{Today: today, Record: r, Ledger: l}}
}

// anyFamily draws a record whose school years have labels of every kind, and
// the day on which it is looked at, for one child or for all.
func anyFamily(t *rapid.T) *sheet {
	r := coretest.Copy(coretest.Records().Draw(t, "record"))
	for i := range r.Calendars {
		r.Calendars[i].Label = rapid.SampledFrom([]string{"", "", "2026-27", "autumn"}).Draw(t, "label")
	}
	s := drawn(t, r, coretest.AsOf(t, r))
	if rapid.Bool().Draw(t, "one child") {
		s.child = r.Children[0].ID
	}
	return s
}

// sampleSheet is the sample family on its day.
func sampleSheet(t *testing.T) *sheet {
	t.Helper()
	r, err := exchange.Read(sample.File())
	if err != nil {
		t.Fatal(err)
	}
	return drawn(t, r, sample.Today())
}

// everywhere runs a check on the sample family and on families drawn at random.
func everywhere(t *testing.T, check func(checker, *sheet)) {
	check(t, sampleSheet(t))
	rapid.Check(t, func(t *rapid.T) { check(t, anyFamily(t)) })
}

// Every day lies in exactly one of the years that can be looked at, and the
// year looked at first is the one of today.
func TestEveryDayLiesInOneYear(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		years := s.years(s.child)
		labels := map[string]bool{}
		for _, y := range years {
			labels[yearLabel(y)] = true
		}
		if len(labels) != len(years) {
			t.Fatalf("two years of one name: %v", s.yearChoices(years))
		}
		for on := s.Record.Calendars[0].First - 60; on < s.Record.Calendars[0].Last+120; on++ {
			held := 0
			for label := range labels {
				if spanOf(years, label).Holds(on) {
					held++
				}
			}
			if held != 1 {
				t.Fatalf("%s lies in %d years of %v", on, held, s.yearChoices(years))
			}
		}
		if now := s.yearOrNow(years, ""); !spanOf(years, now).Holds(s.Today) {
			t.Errorf("on %s the year %s is shown", s.Today, now)
		}
		for label := range labels {
			if s.yearOrNow(years, label) != label {
				t.Errorf("%s was asked for", label)
			}
		}
	})
}

// Two calendars of one name are one year, from the first day of either.
func TestTwoCalendarsOfOneYear(t *testing.T) {
	span := func(first, last string) *calendar.SchoolYear {
		return &calendar.SchoolYear{ID: first, First: day.MustParse(first), Last: day.MustParse(last)}
	}
	r := &record.Record{Plans: []iep.Plan{{CalendarIDs: []string{"2026-08-24", "2026-08-17", "2025-08-25"}}}}
	for _, y := range []*calendar.SchoolYear{span("2026-08-24", "2027-06-11"), span("2026-08-17", "2027-06-04"), span("2025-08-25", "2026-06-05")} {
		r.Calendars = append(r.Calendars, *y)
	}
	s := &sheet{Book: &binder.Book{Record: r, Today: day.MustParse("2026-07-08")}}
	years := s.years("")
	if len(years) != 2 || yearLabel(years[0]) != "2026-27" || spanOf(years, "2026-27").First.String() != "2026-08-17" {
		t.Fatalf("%v", s.yearChoices(years))
	}
	if now := s.yearOrNow(years, ""); now != "2025-26" {
		t.Errorf("in the summer after it, %s is shown", now)
	}
}

// A child changes school in January and has a therapist whose practice keeps a
// calendar of its own: a day is what the plans in force that day say of it. The
// most closed of them speaks for the day, and the panel has each.
func TestADayIsWhatTheChildsSchoolsSay(t *testing.T) {
	on := day.MustParse
	year := func(id, name string, closed ...string) calendar.SchoolYear {
		y := calendar.SchoolYear{ID: id, Name: name, First: on("2026-09-01"), Last: on("2027-06-04"), Weekdays: day.MondayToFriday}
		for _, c := range closed {
			y.Closures = append(y.Closures, calendar.Closure{Span: day.Span{First: on(c), Last: on(c)}, Name: "Off", Kind: calendar.Holiday})
		}
		return y
	}
	plan := func(child, first, last string, ids ...string) iep.Plan {
		return iep.Plan{ID: child + first, ChildID: child, Start: on(first), End: on(last), CalendarIDs: ids}
	}
	r := &record.Record{
		Children: []iep.Child{{ID: "mia", Name: "Mia"}, {ID: "leo", Name: "Leo"}},
		Calendars: []calendar.SchoolYear{
			year("old", "Old", "2026-10-05", "2027-02-01", "2027-03-01", "2027-06-01"), year("new", "New", "2026-10-06", "2027-02-02", "2027-03-01"),
			year("clinic", "Clinic", "2027-02-03", "2027-02-02"), year("leos", "Leos", "2026-10-07"),
		},
		Plans: []iep.Plan{
			plan("mia", "2026-09-01", "2026-12-31", "old"), plan("mia", "2027-01-01", "2027-05-31", "new", "old"),
			plan("mia", "2027-02-01", "2027-02-28", "clinic"), plan("leo", "2026-09-01", "2027-06-30", "leos"),
		},
	}
	s := drawn(t, r, on("2027-06-04"))
	for _, c := range []struct{ child, on, closed, schools string }{
		{"mia", "2026-10-05", "Off", ""},
		{"mia", "2026-10-06", "", ""},
		{"mia", "2027-02-01", "", "New: School open; Clinic: School open"},
		{"mia", "2027-02-02", "Off", "New: Off; Clinic: Off"},
		{"mia", "2027-02-03", "Clinic: Off", "New: School open; Clinic: Off"},
		{"mia", "2027-03-01", "Off", ""},
		{"mia", "2027-02-06", "", "New: No school on this weekday; Clinic: No school on this weekday"},
		{"mia", "2027-06-01", "Old: Off", "Old: Off; New: School open; Clinic: School open"}, // no plan is in force
		{"", "2026-10-05", "Old: Off", "Old: Off; Leos: School open"},
		{"leo", "2026-10-05", "", ""},
		{"leo", "2026-10-07", "Off", ""},
	} {
		s.child = c.child
		cell := s.grid("2026-27").cell(on(c.on))
		var schools []string
		for _, school := range cell.Schools {
			schools = append(schools, school.Text)
		}
		if got := strings.Join(schools, "; "); cell.Closed != c.closed || got != c.schools || (cell.State == "closed") != (c.closed != "") {
			t.Errorf("%s on %s: %s, %q, %q, want %q, %q", c.child, c.on, cell.State, cell.Closed, got, c.closed, c.schools)
		}
		for _, school := range schools {
			if !strings.Contains(cell.Label, school) {
				t.Errorf("%s on %s: %q is not said in %q", c.child, c.on, school, cell.Label)
			}
		}
		if len(cell.Entries) != strings.Count(c.schools, "Off") && c.schools != "" || c.closed != "" && len(cell.Entries) == 0 {
			t.Errorf("%s on %s: closed by %+v", c.child, c.on, cell.Entries)
		}
	}
	if got, want := s.grid("2026-27").leads(), "198 school days · 1 closed weekday"; got != want {
		t.Errorf("of Leo: %q, want %q", got, want)
	}
	s.child = "mia"
	if got := s.grid("2026-27").leads(); !strings.HasPrefix(got, "Old: ") || strings.Count(got, "school days") != 3 {
		t.Errorf("of Mia: %q", got)
	}
}

// The log has every session that was planned up to today once, every row of
// the log once, and nothing twice, over all its years.
func TestTheLogHasEverySessionOnce(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		keys, entries := map[string]int{}, map[string]int{}
		years := s.years(s.child)
		for _, y := range years {
			for _, r := range s.logRows(LogQuery{}, spanOf(years, yearLabel(y))) {
				keys[r.Key]++
				if r.Entry != "" {
					entries[r.Entry]++
				}
			}
		}
		for _, series := range s.Of(s.child) {
			for i := range series.Slots {
				slot := &series.Slots[i]
				want := 0
				if slot.Date <= s.Today && slot.Status == calendar.Open || slot.Session != nil {
					want = 1
				}
				if got := keys[binder.Key(slot)]; got != want && !(want == 0 && slot.Unsure != nil) {
					t.Errorf("%s, %v, stands %d times in the log, want %d", binder.Key(slot), slot.Status, got, want)
				}
			}
		}
		for i := range s.Record.Sessions {
			row := &s.Record.Sessions[i]
			ours := s.child == "" || s.ChildOf(row.ServiceID) == s.child
			if got := entries[row.ID]; ours && got > 1 || ours && got == 0 && row.Date <= s.Today || !ours && got > 0 {
				t.Errorf("%s of %s stands %d times in the log", row.ID, row.Date, got)
			}
		}
	})
}

// A year's cells hold every day of its columns once, in its own place, and
// every session of the year once.
func TestTheCalendarHasEveryDayOnce(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		for _, y := range s.years(s.child) {
			g := s.grid(yearLabel(y))
			cells, sessions := map[string]Cell{}, map[string]int{}
			for _, month := range g.months() {
				for _, week := range month.Weeks {
					if len(week) != g.columns.Count() {
						t.Fatalf("%d cells in %d columns", len(week), g.columns.Count())
					}
					for place, c := range week {
						g.place(t, cells, sessions, c, place)
					}
				}
			}
			for on := g.span.First; on <= g.span.Last; on++ {
				if _, there := cells[on.String()]; there != g.columns.Has(on.Weekday()) {
					t.Errorf("%s has a cell: %v", on, there)
				}
			}
			for _, series := range s.Of(s.child) {
				for i := range series.Slots {
					slot := &series.Slots[i]
					if got := sessions[binder.Key(slot)]; (got == 1) != g.span.Holds(slot.Date) || got > 1 {
						t.Errorf("%s stands %d times in the year", binder.Key(slot), got)
					}
				}
			}
		}
	})
}

// place checks one cell and notes it.
func (g *grid) place(t checker, cells map[string]Cell, sessions map[string]int, c Cell, place int) {
	t.Helper()
	if c.Number == 0 {
		if len(c.Sessions) > 0 || c.ISO != "" || c.State != "none" {
			t.Errorf("an empty place holds %+v", c)
		}
		return
	}
	on := day.MustParse(c.ISO)
	if _, twice := cells[c.ISO]; twice || on.Weekday() != g.columns.List()[place] {
		t.Errorf("%s stands twice, or below another weekday", c.ISO)
	}
	if _, _, n := on.Civil(); n != c.Number || c.InYear != g.span.Holds(on) || c.Today != (on == g.Today) {
		t.Errorf("%+v", c)
	}
	cells[c.ISO] = c
	for _, session := range c.Sessions {
		sessions[session.Key]++
		if slices.Index(legend, session.State) < 0 || !g.seen[session.State] {
			t.Errorf("%s: %q is in no legend", c.ISO, session.State)
		}
	}
	if len(c.Sessions) > 0 && slices.Index(weight, c.State) != slices.MinFunc(c.Sessions, byWeight).weight() {
		t.Errorf("%s speaks as %s for %+v", c.ISO, c.State, c.Sessions)
	}
}

func (s CellSession) weight() int { return slices.Index(weight, s.State) }

func byWeight(a, b CellSession) int { return a.weight() - b.weight() }

// Of several sessions of a day the one that needs a person first speaks for it.
func TestTheWorstOfADay(t *testing.T) {
	for want, states := range map[string]string{
		"": "", "given": "given given planned", "planned": "planned closed", "missed": "given missed partial", "partial": "not_sure partial given",
		"not_filled_in": "missed not_filled_in", "not_sure": "made_up not_sure", "made_up": "given made_up closed", "closed": "closed",
	} {
		var sessions []CellSession
		for state := range strings.FieldsSeq(states) {
			sessions = append(sessions, CellSession{State: state})
		}
		if got := worst(sessions); got != want {
			t.Errorf("%s: %q, want %q", states, got, want)
		}
	}
}

// Today asks about every open session of the last two weeks of which nobody
// said anything, and counts those before.
func TestTodayAsksAboutTheLastTwoWeeks(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		asks, earlier := s.Asks(s.child)
		asked := map[string]int{}
		for _, a := range asks {
			asked[binder.Key(a.Slot)]++
		}
		before := 0
		for _, series := range s.Of(s.child) {
			for i := range series.Slots {
				slot := &series.Slots[i]
				silent := slot.Status == calendar.Open && slot.Entry() == nil && slot.Date <= s.Today
				want := 0
				switch {
				case silent && slot.Date > s.Today-14:
					want = 1
				case silent:
					before++
				}
				if got := asked[binder.Key(slot)]; got != want {
					t.Errorf("on %s asked %d times about %s, want %d", s.Today, got, binder.Key(slot), want)
				}
			}
		}
		if earlier != before {
			t.Errorf("%d wait before, want %d", earlier, before)
		}
		if !slices.IsSortedFunc(asks, func(a, b binder.Ask) int { return int(a.Slot.Date - b.Slot.Date) }) {
			t.Errorf("asked out of order")
		}
	})
}

// Every number of the ledger is the sum of the lines that it opens to.
func TestEverySumIsThatOfItsLines(t *testing.T) {
	everywhere(t, func(t checker, s *sheet) {
		for _, series := range s.Of(s.child) {
			lines := series.Lines()
			var views []Line
			for i := range lines {
				views = append(views, s.line(&lines[i]))
			}
			minutes := map[string]int{}
			for _, sum := range sums(series, series.Range(), lines) {
				minutes[sum.Code] = sum.Minutes
				if sum.Code == "banked" || sum.Code == "loose" {
					continue
				}
				if got := added(sum.Code, sum.Lines, views, part{series.Opening()}, lines); got != sum.Minutes {
					t.Errorf("%s of %s: its lines come to %d minutes, it says %d", sum.Code, series.ID, got, sum.Minutes)
				}
			}
			if in := minutes["brought"] + minutes["older"] + minutes["missed"]; in-minutes["made_up"] != minutes["open"] {
				t.Errorf("%d missed less %d made up are not %d", in, minutes["made_up"], minutes["open"])
			}
		}
	})
}

// added are the minutes of a sum's lines, by what the lines themselves say.
func added(code string, places []int, lines []Line, since part, of []ledger.Line) int {
	n := 0
	for _, i := range places {
		switch l := lines[i]; {
		case code == "brought":
			n += since.of(&of[i]).Brought
		case code == "older":
			n += since.of(&of[i]).Older
		case code == "made_up" && since.opening != nil:
			n += since.of(&of[i]).MadeUp
		case code == "made_up":
			for _, p := range l.Paid {
				n += p.Minutes
			}
		case code == "open" || code == "ask":
			n += l.Open
		case code == "missed" && l.Answer == string(policy.Yes) || code == "record" && l.Answer == string(policy.No):
			n += l.Minutes
		}
	}
	return n
}

// A child's screens show nothing of another child.
func TestAChildsScreensAreItsOwn(t *testing.T) {
	s := sampleSheet(t)
	all := len(s.logRows(LogQuery{}, day.Span{First: day.First, Last: day.Last}))
	each := 0
	for _, c := range s.Record.Children {
		s.child = c.ID
		rows := s.logRows(LogQuery{}, day.Span{First: day.First, Last: day.Last})
		each += len(rows)
		for _, r := range rows {
			if r.Child != c.Name {
				t.Errorf("%s stands in the log of %s", r.Key, c.Name)
			}
		}
	}
	if all == 0 || each != all {
		t.Errorf("%d rows for all, %d for each", all, each)
	}
}
