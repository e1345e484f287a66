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
	c := &checker{
		record: r, children: ids{}, calendars: map[string]*calendar.SchoolYear{}, policies: ids{},
		services: ids{}, series: map[[2]string]bool{}, falls: map[anchored]bool{},
	}
	for _, step := range []func() error{
		c.rows, c.checkChildren, c.checkCalendars, c.checkPolicies, c.checkPlans,
		c.checkSessions, c.checkDecisions, c.checkRequests, c.checkESY,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

type checker struct {
	record    *Record
	children  ids
	calendars map[string]*calendar.SchoolYear
	policies  ids
	services  ids
	series    map[[2]string]bool // child and series
	schedules int
	falls     map[anchored]bool // rules that have been seen to fall on a day
}

type ids map[string]bool

// add refuses an id that is empty or that its list already has.
func (list ids) add(id string) error {
	if id == "" {
		return refusal.At("id", refusal.New(refusal.Missing))
	}
	if list[id] {
		return refusal.At("id", refusal.New(refusal.NotUnique, "id", id))
	}
	list[id] = true
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

func (c *checker) rows() error {
	r := c.record
	for _, list := range []struct {
		name string
		rows int
	}{
		{"children", len(r.Children)}, {"calendars", len(r.Calendars)}, {"policies", len(r.Policies)},
		{"plans", len(r.Plans)}, {"sessions", len(r.Sessions)}, {"decisions", len(r.Decisions)},
		{"requests", len(r.Requests)}, {"meetings", len(r.Meetings)}, {"esy", len(r.ESY)},
	} {
		if list.rows > MaxRows {
			return refusal.At(list.name, refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(MaxRows)))
		}
	}
	return nil
}

func (c *checker) checkChildren() error {
	return each("children", c.record.Children, func(child *iep.Child) error { return c.children.add(child.ID) })
}
