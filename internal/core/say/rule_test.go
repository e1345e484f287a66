package say_test

import (
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/say"
)

func TestTheRuleHasItsWords(t *testing.T) {
	for _, code := range []string{string(policy.Yes), string(policy.Ask), string(policy.No)} {
		for _, of := range []string{"rule.answer.", "rule.short."} {
			if !say.English.Has(of + code) {
				t.Errorf("no words for %s%s", of, code)
			}
		}
	}
	for _, reading := range []ledger.Reading{ledger.EachSession, ledger.WholePeriod, ledger.PlansClause} {
		if !say.English.Has("readings.what." + string(reading)) {
			t.Errorf("what %s means is not said", reading)
		}
	}
	for _, reason := range []iep.Reason{
		iep.ProviderAbsent, iep.ProviderVacancy, iep.ProviderMeeting, iep.SchoolActivity, iep.Testing, iep.EarlyRelease, iep.LocationUnavailable,
		iep.ServiceNotStarted, iep.SchoolClosedScheduled, iep.SchoolClosedEmergency, iep.StudentAbsent, iep.StudentRefused, iep.StudentVacation,
		iep.FamilyCancelled, iep.NotStated, iep.Other, iep.NotScheduled,
	} {
		if !say.English.Has("rule.question." + string(reason)) {
			t.Errorf("%s is no question", reason)
		}
	}
}

func TestOneOfSeveralNumbers(t *testing.T) {
	for want, numbers := range map[string][]int{
		"90 minutes": {90}, "0 or 1 minute": {0, 1}, "0, 90 or 150 minutes": {0, 90, 150}, "0, 1,200 or 2,400 minutes": {0, 1200, 2400},
	} {
		if got := say.English.Or("minute", numbers); got != want {
			t.Errorf("%v: %q, want %q", numbers, got, want)
		}
	}
}
