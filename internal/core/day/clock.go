package day

import "midweek/internal/core/refusal"

// A Clock is a wall-clock time of day, without a zone, kept as minutes since
// midnight plus one. The zero Clock is no time at all, and comes before every
// time.
type Clock int16

// NoClock is the absence of a time, such as the start of a session of which
// only the day is known.
const NoClock Clock = 0

// At is the time of an hour (0 to 23) and a minute (0 to 59).
func At(hour, minute int) Clock { return Clock(hour*60+minute) + 1 }

// ParseClock reads a time written HH:MM on a 24-hour clock, and nothing else.
func ParseClock(text string) (Clock, error) {
	if len(text) != len("15:04") || text[2] != ':' {
		return NoClock, refusal.New(refusal.ClockForm, "text", text)
	}
	hour, ok1 := number(text[0:2])
	minute, ok2 := number(text[3:5])
	if !ok1 || !ok2 || hour > 23 || minute > 59 {
		return NoClock, refusal.New(refusal.ClockForm, "text", text)
	}
	return At(hour, minute), nil
}

// Known says whether there is a time.
func (c Clock) Known() bool { return c != NoClock }

// Minutes are the minutes since midnight of a known time, 0 to 1,439.
func (c Clock) Minutes() int { return int(c) - 1 }

// String writes the time as HH:MM, and no time as nothing.
func (c Clock) String() string {
	if c == NoClock {
		return ""
	}
	h, m := c.Minutes()/60, c.Minutes()%60
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)})
}
