package iep

import "midweek/internal/core/day"

// A Carryover is what a family and a school agreed at the end of a year about
// the minutes of a series that are still to make up: how many go to the summer,
// how many to the next school year. It moves no minute from its day; it says
// which of them the next year begins with.
type Carryover struct {
	ID         string  `json:"id"`
	ChildID    string  `json:"child_id"`
	SeriesID   string  `json:"series_id"`
	Date       day.Day `json:"date"`                   // of the balance: minutes missed up to it
	ToSummer   int     `json:"to_summer,omitzero"`     // minutes
	ToNextYear int     `json:"to_next_year,omitzero"`  // minutes
	Before     int     `json:"before_record,omitzero"` // of both: minutes of no day in the record
	By         day.Day `json:"make_up_by,omitzero"`    // of what goes to the next year
	AgreedBy   string  `json:"agreed_by,omitzero"`
	AgreedOn   day.Day `json:"agreed_on,omitzero"` // absent: Date
	Note       string  `json:"note,omitzero"`
	Unknown    Unknown `json:",embed"`
}

// Minutes are all that was agreed to be carried.
func (c *Carryover) Minutes() int { return c.ToSummer + c.ToNextYear }

// Agreed is the day on which it was agreed; where nobody said, that of the
// balance.
func (c *Carryover) Agreed() day.Day {
	if c.AgreedOn == day.None {
		return c.Date
	}
	return c.AgreedOn
}

// InEffect is the day from which it counts: that on which it was agreed, and
// never before the day of its balance.
func (c *Carryover) InEffect() day.Day { return max(c.AgreedOn, c.Date) }
