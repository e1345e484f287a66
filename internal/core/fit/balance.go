package fit

import (
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
)

// A Balance says where the minutes of one series go that were missed and are
// answered yes. MadeUp + Later + Summer + NextYear = ToMakeUp, always.
type Balance struct {
	ToMakeUp int // missed, and to make up
	MadeUp   int
	Later    int // of the open ones, fit before the last day of the school year under way
	Summer   int // fit into the make-up minutes reserved in the summer
	NextYear int // remain for next year's request
}

// BalanceOf is the balance of a series on a day, by the usual limits of For.
// Where no length of a make-up session is known, nothing is said to fit before
// the last day; nor between two school years, when the one is over and the other
// is not what is left of it.
func BalanceOf(s *ledger.Series, on day.Day) Balance {
	sum := &s.Summary
	b := Balance{ToMakeUp: sum.Owed, MadeUp: sum.MadeUp, Summer: sum.Carried, NextYear: sum.Remainder}
	if s.School(on).On(on) == nil {
		return b
	}
	if f, err := For(s, on, Limits{}); err == nil {
		b.Later, b.Summer, b.NextYear = f.Fits, f.Summer.Fits, f.Summer.Leftover
	}
	return b
}

// Plus is both balances together.
func (b Balance) Plus(c Balance) Balance {
	return Balance{
		b.ToMakeUp + c.ToMakeUp, b.MadeUp + c.MadeUp, b.Later + c.Later, b.Summer + c.Summer, b.NextYear + c.NextYear,
	}
}
