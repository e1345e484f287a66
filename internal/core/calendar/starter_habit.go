package calendar

import "midweek/internal/core/day"

// habits are what schools are used to beside the law, in every civil year that
// the span touches. Of nineteen calendars all closed on the Friday after
// Thanksgiving and thirteen on the Wednesday before it, all but one from
// Christmas Eve to New Year's Day, many of them some days longer; thirteen had
// a whole week off in March or April, in eight different weeks.
func habits(year day.Span) []Suggestion {
	var list []Suggestion
	for y := year.First.Year() - 1; y <= year.Last.Year(); y++ {
		thanksgiving := (&federalRule{month: 11, weekday: day.Thursday, nth: 4}).in(y)
		election := (&federalRule{month: 11, weekday: day.Monday, nth: 1}).in(y) + 1
		list = append(list,
			oneDay(election, "election_day", WhyHabit, Sometimes), // the Tuesday after the first Monday: schools are polling places
			oneDay(thanksgiving-1, "day_before_thanksgiving", WhyHabit, Often),
			oneDay(thanksgiving+1, "day_after_thanksgiving", WhyHabit, Usual),
			Suggestion{
				Span: day.Span{First: day.Of(y, 12, 24), Last: day.Of(y+1, 1, 1)}, Code: "winter_break",
				Why: WhyHabit, Confidence: Usual, Kind: Break,
			},
			Suggestion{
				Span: day.Span{First: day.Of(y, 3, 1), Last: day.Of(y, 4, 30)}, Code: "spring_break",
				Why: WhyHabit, Confidence: Question, Kind: Break, Window: true,
			})
		good := oneDay(Easter(y)-2, "good_friday", WhyReligious, Often)
		orthodox := oneDay(orthodoxEaster(y)-2, "orthodox_good_friday", WhyReligious, Sometimes)
		list = append(list, good, orthodox)
	}
	return list
}

// orthodoxEaster is Easter Sunday of the churches that reckon by the Julian
// calendar, which is thirteen days behind from 1900 to 2099 and fourteen after
// (Meeus, Astronomical Algorithms, 8).
func orthodoxEaster(year int) day.Day {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	behind := day.Day(13)
	if year >= 2100 {
		behind = 14
	}
	return day.Of(year, n/31, n%31+1) + behind
}
