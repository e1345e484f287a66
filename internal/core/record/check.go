package record

import (
	"strconv"

	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// Check holds a record to its format: ids are there and unique, references
// resolve, ranges run forward, amounts are in bounds, every rule is one that a
// school schedule can have. It refuses with the path of the first thing wrong.
func Check(r *Record) error {
	c := newChecker(r)
	if err := c.checkSizes(); err != nil {
		return err
	}
	return c.checkLists()
}

func newChecker(r *Record) *checker {
	return &checker{
		record: r, children: ids{}, calendars: map[string]*calendar.SchoolYear{}, policies: ids{},
		services: ids{}, series: map[[2]string]bool{}, falls: map[anchored]bool{},
		days: map[string]*calendar.Days{},
	}
}

func (c *checker) checkLists() error {
	for _, step := range []func() error{
		c.checkChildren, c.checkCalendars, c.checkPolicies, c.checkPlans,
		c.checkSessions, c.checkDecisions, c.checkRequests, c.checkMeetings, c.checkESY,
		c.checkCarryovers, c.checkContacts, c.checkNotes, c.checkPromises, c.checkRemovals, c.checkAttachments,
		c.checkArrangements,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type checker struct {
	record    *Record
	sieve     *sieve // nil when the first thing wrong refuses the record
	children  ids
	calendars map[string]*calendar.SchoolYear
	policies  ids
	services  ids
	series    map[[2]string]bool // child and series
	schedules int
	falls     map[anchored]bool // rules that have been seen to fall on a day
	days      map[string]*calendar.Days
}

type ids map[string]bool

// free refuses an id that is empty or that its list already has.
func (list ids) free(id string) error {
	if id == "" {
		return refusal.At("id", refusal.New(refusal.Missing))
	}
	if list[id] {
		return refusal.At("id", refusal.New(refusal.NotUnique, "id", id))
	}
	return nil
}

// add is free, and takes the id.
func (list ids) add(id string) error {
	err := list.free(id)
	if err == nil {
		list[id] = true
	}
	return err
}

// A list is one of the record's lists with what its rows are held to.
type list[T any] struct {
	name   string
	rows   *[]T
	ids    ids // of the rows that passed
	id     func(*T) string
	noID   bool // an id may be absent
	check  func(*T) error
	passed func(*T) // notes what other rows may refer to; may be nil
	lost   func(*T) // sees a row set aside; may be nil
}

// checkRow holds a row to its list. Its id is taken only when all of it is in
// order, so that nothing refers to a row that is not there.
func (l *list[T]) checkRow(row *T) error {
	id := l.id(row)
	if id != "" || !l.noID {
		if err := l.ids.free(id); err != nil {
			return err
		}
	}
	if err := l.check(row); err != nil {
		return err
	}
	l.ids[id] = true
	if l.passed != nil {
		l.passed(row)
	}
	return nil
}

// checkList checks the rows of a list. The first thing wrong is placed and
// refused, or all that is wrong goes to the sieve and the list keeps the rest.
func checkList[T any](c *checker, l *list[T]) error {
	var out []int
	for i := range *l.rows {
		row := &(*l.rows)[i]
		err := c.tooFar(i)
		if err == nil {
			err = l.checkRow(row)
		}
		switch {
		case err == nil:
			continue
		case c.sieve == nil:
			return refusal.At(at(l.name, i), err)
		}
		out = append(out, i)
		c.sieve.takes(l.name, i, l.id(row), err)
		if l.lost != nil {
			l.lost(row)
		}
	}
	*l.rows = without(*l.rows, out)
	return nil
}

// each checks the rows of a list and places what is wrong.
func each[T any](list string, rows []T, check func(*T) error) error {
	for i := range rows {
		if err := check(&rows[i]); err != nil {
			return refusal.At(at(list, i), err)
		}
	}
	return nil
}

func at(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// AtService places an error at a service of a plan.
func AtService(plan, service int, err error) error {
	return refusal.At(at("plans", plan)+"."+at("services", service), err)
}

// TooManySlots refuses a record that plans more than the program can hold.
func TooManySlots() error {
	return refusal.At("plans", refusal.New(refusal.TooManySlots, "limit", strconv.Itoa(MaxSlots)))
}

func (c *checker) checkSizes() error {
	r := c.record
	for _, list := range []struct {
		name string
		rows int
	}{
		{"children", len(r.Children)}, {"calendars", len(r.Calendars)}, {"policies", len(r.Policies)},
		{"plans", len(r.Plans)}, {"sessions", len(r.Sessions)}, {"decisions", len(r.Decisions)},
		{"requests", len(r.Requests)}, {"meetings", len(r.Meetings)}, {"esy", len(r.ESY)},
		{"carryovers", len(r.Carryovers)}, {"contacts", len(r.Contacts)}, {"notes", len(r.Notes)}, {"promises", len(r.Promises)},
		{"removals", len(r.Removals)}, {"attachments", len(r.Attachments)},
		{"arrangements", len(r.Arrangements)},
	} {
		if list.rows > MaxRows {
			return refusal.At(list.name, tooManyRows())
		}
	}
	return nil
}

// tooFar refuses a row beyond the bound of its list, where lists are sifted.
func (c *checker) tooFar(i int) error {
	if c.sieve == nil || i < MaxRows {
		return nil
	}
	return tooManyRows()
}

func tooManyRows() error { return refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(MaxRows)) }

func (c *checker) checkChildren() error {
	return checkList(c, &list[iep.Child]{
		name: "children", rows: &c.record.Children, ids: c.children,
		id:    func(child *iep.Child) string { return child.ID },
		check: func(child *iep.Child) error { return checkAlarm(child.Alarm) },
	})
}

// checkAlarm holds what a family wants to hear of to numbers that make sense.
func checkAlarm(a *iep.Alarm) error {
	if a == nil {
		return nil
	}
	for _, n := range []struct {
		field     string
		chosen    *int
		low, high int
	}{
		{"in_a_row", a.InARow, 0, 50}, {"share", a.Share, 0, 100}, {"weeks", a.Weeks, 1, 52},
		{"vacancy_days", a.Vacancy, 0, 200}, {"fit_days", a.Fit, 0, 200},
	} {
		if err := maybeWithin("alarm."+n.field, n.chosen, n.low, n.high); err != nil {
			return err
		}
	}
	return nil
}
