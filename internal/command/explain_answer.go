package command

import (
	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/schedule"
)

// dayAnswer is a day explained, in the documented shape.
type dayAnswer struct {
	SeriesID string          `json:"series_id"`
	ChildID  string          `json:"child_id"`
	Date     day.Day         `json:"date"`
	Versions []versionAnswer `json:"versions"`
	Held     *heldAnswer     `json:"if_claims_held"`
}

type versionAnswer struct {
	ServiceID string           `json:"service_id"`
	Outcome   schedule.Outcome `json:"outcome"`
	Text      string           `json:"text"`
	School    []phraseAnswer   `json:"school"`
	Service   []phraseAnswer   `json:"service"`
	Schedules []turnAnswer     `json:"schedules"`
	Claims    []claimAnswer    `json:"claims"`
}

type phraseAnswer struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args"`
	Text string            `json:"text"`
}

type turnAnswer struct {
	ScheduleID string         `json:"schedule_id"`
	Text       string         `json:"text"`
	Planned    bool           `json:"planned"`
	Minutes    int            `json:"minutes"`
	Because    []phraseAnswer `json:"because"`
}

type claimAnswer struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Sessions int    `json:"sessions"`
	Minutes  int    `json:"minutes"`
	Given    int    `json:"given"`
	Missed   int    `json:"missed"`
}

type heldAnswer struct {
	Required  int `json:"required"`
	Expected  int `json:"expected_sessions"`
	OpenOwed  int `json:"open_owed"`
	Undecided int `json:"undecided"`
}

func answerOfDay(s *ledger.Series, on day.Day, versions []explained, held *ledger.Series) dayAnswer {
	a := dayAnswer{SeriesID: s.ID, ChildID: s.ChildID, Date: on, Versions: []versionAnswer{}}
	for _, v := range versions {
		a.Versions = append(a.Versions, v.answer())
	}
	if held != nil {
		sum := held.Summary
		a.Held = &heldAnswer{sum.Required, sum.ExpectedSessions, sum.OpenOwed, sum.Undecided}
	}
	return a
}

func (e explained) answer() versionAnswer {
	a := versionAnswer{
		ServiceID: e.version.Service.ID, Outcome: e.Outcome, Text: words.Outcome(e.Explanation),
		School: answerOfPhrases(e.School), Service: answerOfPhrases(e.Service), Schedules: []turnAnswer{}, Claims: []claimAnswer{},
	}
	for _, turn := range e.Schedules {
		a.Schedules = append(a.Schedules, turnAnswer{
			turn.Schedule.ID, words.Schedule(turn.Schedule), turn.Slot != nil, turn.Schedule.Minutes,
			answerOfPhrases(turn.Because),
		})
	}
	for i, claim := range e.Claims {
		cost := e.costs[i]
		a.Claims = append(a.Claims, claimAnswer{
			claim.ID, words.Claim(claim), cost.Sessions, cost.Minutes, cost.Given, cost.Missed,
		})
	}
	return a
}

func answerOfPhrases(phrases []schedule.Phrase) []phraseAnswer {
	list := make([]phraseAnswer, len(phrases))
	for i, p := range phrases {
		list[i] = phraseAnswer{p.Code, p.Args, words.Phrase(p)}
		if p.Args == nil {
			list[i].Args = map[string]string{}
		}
	}
	return list
}
