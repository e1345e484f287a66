package calendar

import "midweek/internal/core/day"

// Easter is Easter Sunday of a civil year, by the Gregorian rule: the Sunday
// after the full moon of the church's tables that is on or after 21 March
// (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8). Spring breaks often
// lie beside it.
func Easter(year int) day.Day {
	century := year / 100
	moon := year % 19
	epact := (19*moon + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(year%100/4) - epact - year%100%4) % 7
	late := (moon + 11*epact + 22*weekday) / 451
	n := epact + weekday - 7*late + 114
	return day.Of(year, n/31, n%31+1)
}
