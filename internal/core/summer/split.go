package summer

import (
	"midweek/internal/core/day"
	"midweek/internal/core/fit"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
)

// A Split is where the minutes of one series go that are to make up, each part
// with its days: MadeUp + Later + Summer + NextYear of the balance, and of the
// days of each part.
type Split struct {
	fit.Balance
	MadeUpDays   []Share
	LaterDays    []Share
	SummerDays   []Share
	NextYearDays []Share
}

// A Share is minutes of one obligation in one part.
type Share struct {
	*ledger.Obligation
	Minutes int
	Days    []day.Day      // on which they were made up, or could be before the last day
	Window  *ledger.Window // of the summer that takes them, or nil
}

// SplitOf takes the balance of a series on a day apart by its days. What is
// open fits before the last day of school first, the oldest minutes first, then
// into the summers, and the rest is for the next year.
func SplitOf(s *ledger.Series, on day.Day) Split {
	split := Split{Balance: fit.BalanceOf(s, on)}
	plan := planned(s, on)
	room := split.summers(s)
	later := split.Later
	for _, o := range s.Obligations {
		if o.Answer() != policy.Yes {
			continue
		}
		if paid := o.Minutes - o.Open; paid > 0 {
			split.MadeUpDays = append(split.MadeUpDays, Share{Obligation: o, Minutes: paid, Days: paidOn(o)})
		}
		open := o.Open
		if minutes := min(open, later); minutes > 0 {
			later, open = later-minutes, open-minutes
			split.LaterDays = append(split.LaterDays, Share{Obligation: o, Minutes: minutes, Days: plan[o.ID]})
		}
		open = split.carry(o, open, room)
		if open > 0 {
			split.NextYearDays = append(split.NextYearDays, Share{Obligation: o, Minutes: open})
		}
	}
	return split
}

// a berth is what is left of the room in one summer.
type berth struct {
	window *ledger.Window
	left   int
}

func (split *Split) summers(s *ledger.Series) []berth {
	var room []berth
	for i := range s.Summer {
		room = append(room, berth{&s.Summer[i], s.Summer[i].CapacityLeft})
	}
	return room
}

// carry puts open minutes into the summers, in order, and says how many are
// left.
func (split *Split) carry(o *ledger.Obligation, open int, room []berth) int {
	for i := range room {
		b := &room[i]
		minutes := min(open, b.left)
		if minutes == 0 {
			continue
		}
		b.left, open = b.left-minutes, open-minutes
		split.SummerDays = append(split.SummerDays, Share{Obligation: o, Minutes: minutes, Window: b.window})
	}
	return open
}

func paidOn(o *ledger.Obligation) []day.Day {
	var days []day.Day
	for _, p := range o.Paid {
		days = append(days, p.Date)
	}
	return days
}

// planned are the days that the usual fit gives to each obligation.
func planned(s *ledger.Series, on day.Day) map[string][]day.Day {
	days := map[string][]day.Day{}
	if f, err := fit.For(s, on, fit.Limits{}); err == nil {
		for _, p := range f.Plan {
			days[p.ObligationID] = append(days[p.ObligationID], p.Date)
		}
	}
	return days
}
