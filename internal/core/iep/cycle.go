package iep

import "midweek/internal/core/day"

// A Cycle plans by school days that carry numbers instead of names: A and B
// days, Day 1 to Day 6. It counts only days on which the printed calendar has
// school.
type Cycle struct {
	Length  int      `json:"length"` // 2 to 20 school days
	Days    []int    `json:"days"`   // planned ones, 1 to Length, each once
	First   day.Day  `json:"first"`  // a school day that is Day 1
	Closed  OnClosed `json:"closed"`
	Unknown Unknown  `json:",embed"`
}

// OnClosed is what a sudden closure, a snow day, does to a cycle.
type OnClosed string

// What a sudden closure does.
const (
	Slide OnClosed = "slide" // the cycle waits: the next open day has the lost day's number
	Skip  OnClosed = "skip"  // the cycle goes on: the number of the lost day is lost
)

// Weeks are the weeks of a weekly rule that are planned, such as 3 of every 4.
// They are weeks of the calendar, Monday to Sunday; no break shifts them.
type Weeks struct {
	Of      int     `json:"of"`            // the pattern repeats after so many weeks; 2 to 52
	On      []int   `json:"on"`            // planned ones, 1 to Of, each once
	From    day.Day `json:"from,omitzero"` // a day in week 1; absent: the schedule's From
	Unknown Unknown `json:",embed"`
}
