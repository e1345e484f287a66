package binder_test

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/binder"
	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// Whatever a family does, in whatever order: the file's projection is the fold
// of its acts, a start on it shows the same numbers, a refusal changes nothing,
// and what is undone and done again is what it was.
func TestWhateverIsDoneTheFileHoldsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "midweek")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		h := &player{newHome(t, dir, "2026-09-24"), t}
		defer func() { h.store.Close() }()
		h.imports(small)
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			h.step()
			h.holds()
		}
	})
}

// A player is a home in which deeds are drawn.
type player struct {
	*home
	t *rapid.T
}

func (p *player) number(most int, what string) int {
	return rapid.IntRange(0, most).Draw(p.t, what)
}

// step does something; what is refused must have changed nothing.
func (p *player) step() {
	p.Helper()
	deeds := []func(*binder.Book) error{
		p.fill, p.fill, p.save, p.strike, p.child, p.plan, p.service, p.amend, p.year, p.close, p.reopen, p.remove, p.bringAgain, p.again,
		p.arrange, p.answer, p.reset, p.held,
	}
	before, acts := printed(p.book().Record), p.acts()
	err := deeds[p.number(len(deeds)-1, "deed")](p.book())
	switch {
	case err == nil:
	case refusal.From(err) == nil:
		p.Fatalf("no refusal: %v", err)
	case before != printed(p.book().Record) || acts != p.acts():
		p.Fatalf("%v changed the record", err)
	}
}

// holds compares the binder with a fresh one on the same file, first as the
// projection has the record, then with the acts read.
func (p *player) holds() {
	p.Helper()
	want := p.book()
	fresh := binder.Open(p.env(p.store), p.kept())
	for _, read := range []string{"projection", "acts"} {
		got, err := fresh.Book()
		if err != nil {
			p.Fatalf("%s: %v", read, err)
		}
		if (got.Folded == nil) != (read == "projection") {
			p.Fatalf("the projection is of other acts")
		}
		if printed(got.Record) != printed(want.Record) {
			p.Fatalf("%s: %s\nwant: %s", read, printed(got.Record), printed(want.Record))
		}
		p.equal(read, sums(got.Ledger), sums(want.Ledger))
		if err := fresh.Load(); err != nil {
			p.Fatalf("%v", err)
		}
	}
	was, redo := p.Edits()
	is, redoes := fresh.Edits()
	p.equal("what Undo and Redo would do", []binder.Edit{is, redoes}, []binder.Edit{was, redo})
	p.backAndForth()
}

// backAndForth takes the last deed back and does it again.
func (p *player) backAndForth() {
	p.Helper()
	if undo, _ := p.Edits(); undo.Deed == "" || undo.Blocked || p.number(2, "back and forth") > 0 {
		return
	}
	record, numbers := printed(p.book().Record), sums(p.book().Ledger)
	p.does(p.Undo())
	p.does(p.Redo())
	if printed(p.book().Record) != record {
		p.Fatalf("undone and done again: %s\nwas: %s", printed(p.book().Record), record)
	}
	p.equal("sums", sums(p.book().Ledger), numbers)
}

func sums(l *ledger.Ledger) map[string]ledger.Summary {
	all := map[string]ledger.Summary{}
	for _, s := range l.Series {
		all[s.ChildID+"/"+s.ID] = s.Summary
	}
	return all
}

// outcome is what came of a session; some of them cannot be.
func (p *player) outcome() binder.Outcome {
	ten := 10
	return []binder.Outcome{
		given(), missed(iep.ProviderAbsent), missed(iep.StudentAbsent), {Status: iep.Unsure}, {Status: iep.Partial, Minutes: &ten}, {Status: iep.Partial},
	}[p.number(5, "outcome")]
}

func (p *player) fill(b *binder.Book) error {
	var keys []string
	for _, s := range b.Ledger.Series {
		for i := range s.Slots {
			if slot := &s.Slots[i]; slot.Date <= b.Today+3 && p.number(5, "this one") == 0 && len(keys) < 3 {
				keys = append(keys, binder.Key(slot))
			}
		}
	}
	return p.Fill(keys, p.outcome())
}

// row is a row of the log, or none.
func (p *player) row(b *binder.Book) *iep.Session {
	if len(b.Record.Sessions) == 0 {
		return nil
	}
	return &b.Record.Sessions[p.number(len(b.Record.Sessions)-1, "row")]
}

// save corrects a row, moves it, or adds a make-up.
func (p *player) save(b *binder.Book) error {
	fifteen := 15
	row := iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: b.Today, Minutes: &fifteen}
	if old := p.row(b); old != nil && p.number(1, "old row") == 0 {
		row = *old
	}
	row.Status, row.Date = iep.Delivered, row.Date-day.Day(p.number(4, "days before"))
	return p.Save(row, "")
}

func (p *player) strike(b *binder.Book) error {
	if row := p.row(b); row != nil {
		return p.Strike([]string{row.ID}, "")
	}
	return p.Strike([]string{"none"}, "")
}

func (p *player) child(*binder.Book) error {
	return p.SaveChild(iep.Child{ID: []string{"", "mia"}[p.number(1, "child")], Name: "Mia"}, "")
}

func (p *player) plan(*binder.Book) error {
	plan := iep.Plan{ID: []string{"", "iep"}[p.number(1, "plan")], ChildID: "mia", Kind: iep.IEP, CalendarIDs: []string{"y1"}}
	return p.SavePlan(plan, []string{"", "tx-hcde", "nc-dpi-2020"}[p.number(2, "pack")], "")
}

// services are all services of the record.
func services(b *binder.Book) []*iep.Service {
	var all []*iep.Service
	for i := range b.Record.Plans {
		for j := range b.Record.Plans[i].Services {
			all = append(all, &b.Record.Plans[i].Services[j])
		}
	}
	return all
}

// aService is one of them as it stands, or a new one.
func (p *player) aService(b *binder.Book) iep.Service {
	if all := services(b); len(all) > 0 && p.number(2, "old service") > 0 {
		return *all[p.number(len(all)-1, "service")]
	}
	return iep.Service{
		Start: b.Today - 30, End: b.Today + 30,
		Schedules: []iep.Schedule{{Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", From: b.Today - 30, Minutes: 20}},
	}
}

func (p *player) service(b *binder.Book) error {
	service := p.aService(b)
	service.Page = "3"
	return p.SaveService("iep", service, day.None, "")
}

func (p *player) amend(b *binder.Book) error {
	service := p.aService(b)
	service.ProviderID = "Ms. Lee"
	return p.SaveService("iep", service, b.Today-day.Day(p.number(31, "from")), "")
}

func (p *player) year(b *binder.Book) error {
	year := calendar.SchoolYear{First: b.Today - 30, Last: b.Today + 200, Weekdays: day.MondayToFriday}
	if p.number(1, "old year") == 0 {
		year.ID = "y1"
	}
	return p.SaveYear(year, "")
}

func (p *player) close(b *binder.Book) error {
	first := b.Today + day.Day(p.number(20, "closed")-10)
	return p.Close("y1", calendar.Closure{Span: day.Span{First: first, Last: first + day.Day(p.number(3, "days"))}}, "")
}

func (p *player) reopen(b *binder.Book) error {
	id := "none"
	if year := b.Year("y1"); year != nil && len(year.Closures) > 0 {
		id = binder.ClosureID(&year.Closures[p.number(len(year.Closures)-1, "closure")])
	}
	return p.Reopen("y1", id, "")
}

func (p *player) remove(b *binder.Book) error {
	what := [][2]string{{"child", "mia"}, {"plan", "iep"}, {"service", "sp"}, {"calendar", "y1"}}
	for _, s := range services(b) {
		what = append(what, [2]string{"service", s.ID})
	}
	for _, c := range b.Record.Children {
		what = append(what, [2]string{"child", c.ID})
	}
	chosen := what[p.number(len(what)-1, "what")]
	return p.Remove(chosen[0], chosen[1], "")
}

func (p *player) bringAgain(*binder.Book) error {
	_, err := p.bring(small)
	return err
}

// again goes back, forth, or begins anew.
func (p *player) again(*binder.Book) error {
	switch p.number(4, "again") {
	case 0:
		p.restart()
		return nil
	case 1:
		return p.Redo()
	}
	return p.Undo()
}
