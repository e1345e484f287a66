package tally

import "midweek/internal/core/iep"

// A Coded reason is one with the key that stands for it, on paper and on the
// keyboard.
type Coded struct {
	Key    string // one digit or capital letter
	Reason iep.Reason
}

// The letters of the answers, on paper and on the keyboard.
const (
	Happened = "H"
	Missed   = "M"
	Partly   = "P"
	NotSure  = "U"
)

// keys go to the reasons in their order: digits, then letters that are no
// answers. What is typed can so be told apart without looking.
const keys = "123456789ABCDEFG"

// common are the reasons a person can give with one key, the commonest first.
// The finer words of a pack come in by files.
var common = []iep.Reason{
	iep.ProviderAbsent, iep.StudentAbsent, iep.SchoolActivity, iep.Testing, iep.SchoolClosedEmergency, iep.EarlyRelease,
	iep.ProviderMeeting, iep.ProviderVacancy, iep.LocationUnavailable, iep.FamilyCancelled, iep.StudentRefused,
	iep.StudentVacation, iep.ServiceNotStarted, iep.NotStated, iep.Other,
}

// Reasons are the reasons with their keys, the commonest first.
func Reasons() []Coded {
	list := make([]Coded, len(common))
	for i, r := range common {
		list[i] = Coded{keys[i : i+1], r}
	}
	return list
}
