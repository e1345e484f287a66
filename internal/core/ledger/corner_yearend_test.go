package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

func TestCornersOfDeadlines(t *testing.T) {
	for _, corner := range []struct {
		name           string
		days           int
		asOf, deadline string
		overdue        bool
	}{
		{"ten days, on the tenth", 10, "09-18", "09-18", false},
		{"ten days, on the eleventh", 10, "09-19", "09-18", true},
		{"no longer than the school year", 200, "12-18", "12-18", false},
		{"and then it is over", 200, "12-19", "12-18", true},
		{"at once", 0, "09-08", "09-08", false},
	} {
		c := newCorner()
		c.policy.Deadline.Days = &corner.days
		c.missed(iep.ProviderAbsent, "09-08")
		if o := c.at(t, corner.asOf).Obligations[0]; o.Deadline != on2026(corner.deadline) || o.Overdue != corner.overdue {
			t.Errorf("%s: by %s, overdue %v", corner.name, o.Deadline, o.Overdue)
		}
	}
}

func TestAPaidDebtOrOneAskedAboutIsNeverOverdue(t *testing.T) {
	c := newCorner()
	c.missed(iep.ProviderAbsent, "09-08")
	c.missed(iep.StudentAbsent, "09-10")
	c.makeup("m1", "12-01", 30)
	for _, o := range c.at(t, "12-19").Obligations {
		if o.Overdue || o.Deadline != on2026("12-18") {
			t.Errorf("%s, by %s, is overdue", o.ID, o.Deadline)
		}
	}
}

func TestCornersOfTheSummer(t *testing.T) {
	for _, corner := range []struct {
		name  string
		tell  func(c *corner)
		asOf  string
		want  string
		carry int
	}{
		{"up to what is reserved", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "12-20", "w1 40: 09-08:a 30, 09-10:a 10", 40},
		{"less what was given there", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 40)
			c.makeup("m1", "12-22", 25)
		}, "12-22", "w1 15: 09-08:a 5, 09-10:a 10", 15},
		{"never below nothing", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 20)
			c.makeup("m1", "12-22", 25)
		}, "12-22", "w1 0: ", 0},
		{"extra sessions use none of it", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 20)
			c.extra("x1", "12-22", 25)
		}, "12-22", "w1 20: 09-08:a 20", 20},
		{"on its last day", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "12-31", "w1 40: 09-08:a 30, 09-10:a 10", 40},
		{"not after it", func(c *corner) { c.reserved("w1", "12-21", "12-31", 40) }, "2027-01-01", "w1 0: ", 0},
		{"two windows, the earlier first, share what is open", func(c *corner) {
			c.reserved("w2", "12-28", "12-31", 100)
			c.reserved("w1", "12-21", "12-24", 40)
		}, "12-20", "w1 40: 09-08:a 30, 09-10:a 10; w2 100: 09-10:a 20", 60},
		{"what is asked about is not carried", func(c *corner) {
			c.reserved("w1", "12-21", "12-31", 100)
			c.missed(iep.StudentAbsent, "09-15")
		}, "12-20", "w1 100: 09-08:a 30, 09-10:a 30", 60},
	} {
		c := newCorner()
		c.missed(iep.ProviderAbsent, "09-08", "09-10")
		corner.tell(c)
		s := c.at(t, corner.asOf)
		if got := summers(s); got != corner.want || s.Summary.Carried != corner.carry || s.Summary.Remainder != s.Summary.OpenOwed-corner.carry {
			t.Errorf("%s:\ngot  %s, %d carried\nwant %s, %d", corner.name, got, s.Summary.Carried, corner.want, corner.carry)
		}
	}
}

// summers tells what each window can take and takes.
func summers(s *ledger.Series) string {
	var windows []string
	for _, w := range s.Summer {
		var plan []string
		for _, c := range w.Plan {
			plan = append(plan, fmt.Sprintf("%s %d", strings.TrimPrefix(c.ObligationID, "sp:2026-"), c.Minutes))
		}
		windows = append(windows, fmt.Sprintf("%s %d: %s", w.ESY.ID, w.CapacityLeft, strings.Join(plan, ", ")))
	}
	return strings.Join(windows, "; ")
}
