package app

import (
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// common are the reasons a person can give with one click, the commonest
// first. The finer words of a pack come in by files.
var common = []iep.Reason{
	iep.ProviderAbsent, iep.StudentAbsent, iep.SchoolActivity, iep.Testing, iep.SchoolClosedEmergency, iep.EarlyRelease,
	iep.ProviderMeeting, iep.ProviderVacancy, iep.LocationUnavailable, iep.FamilyCancelled, iep.StudentRefused,
	iep.StudentVacation, iep.ServiceNotStarted, iep.NotStated, iep.Other,
}

func reasons() []Choice {
	choices := []Choice{}
	for _, r := range common {
		choices = append(choices, Choice{string(r), say.Capital(words.Reason(r))})
	}
	return choices
}
