package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"midweek/internal/core/history"
)

// everyNoun is a family with an entry of each noun that a screen shows.
func everyNoun(t *testing.T) *family {
	t.Helper()
	f := newFamily(t, "2025-03-20")
	f.out.file = filepath.Join(f.dir, "family.json")
	const file = `{"format": "service-hours", "version": 1,
		"children": [{"id": "mia", "name": "Mia"}],
		"calendars": [{"id": "y", "first_day": "2024-09-03", "last_day": "2025-06-06", "school_weekdays": ["MO", "TU", "WE", "TH", "FR"], "closures": []}],
		"plans": [{"id": "p", "child_id": "mia", "kind": "IEP", "start": "2024-09-03", "end": "2025-06-06", "calendar_ids": ["y"], "policy_id": "ours",
			"makeup_clause": {"text": "Missed sessions are made up within the quarter."},
			"claims": [{"id": "c", "start": "2025-05-05", "end": "2025-05-09", "name": "Spring testing", "said_by": "the office"}], "services": [
			{"id": "sp", "type": "speech", "start": "2024-09-03", "end": "2025-06-06", "provider_id": "ana",
			 "schedules": [{"id": "s", "rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2024-09-03", "minutes": 30}]}]}],
		"sessions": [{"id": "sp:2025-03-11:s", "service_id": "sp", "schedule_id": "s", "date": "2025-03-11", "kind": "regular", "status": "delivered"}],
		"policies": [{"id": "ours", "name": "Ours", "pack": "default-conservative", "owed": {}}],
		"decisions": [{"id": "d", "service_id": "sp", "date": "2025-02-04", "owed": "yes", "by": "the team"}],
		"esy": [{"id": "su", "child_id": "mia", "start": "2025-06-16", "end": "2025-07-11", "makeup_capacity": {}}],
		"contacts": [{"id": "ana", "name": "Ana Quill", "roles": [{"role": "provider", "organization": "Harbor Clinic"}]}],
		"notes": [{"id": "n", "child_id": "mia", "date": "2025-03-12", "kind": "progress", "text": "Says the r in rabbit"}],
		"promises": [{"id": "pr", "child_id": "mia", "date": "2025-03-13", "text": "Two extra Fridays in May", "by": "the principal"}],
		"removals": [{"id": "rm", "child_id": "mia", "start": "2025-03-14", "end": "2025-03-14", "kind": "sent_home", "note": "after the assembly"}],
		"arrangements": [{"id": "mk", "child_id": "mia", "series_id": "sp", "date": "2025-05-14", "minutes": 30, "pays_for": ["sp:2025-03-04:s"],
			"steps": [{"state": "agreed", "on": "2025-05-05", "by": "Ms. Hall", "note": "on the phone"}]}],
		"requests": [{"id": "rq", "child_id": "mia", "kind": "evaluation", "sent_on": "2025-03-03", "way": "oral"}],
		"meetings": [{"id": "mt", "child_id": "mia", "kind": "talk", "date": "2025-03-04"}],
		"carryovers": [{"id": "co", "child_id": "mia", "series_id": "sp", "date": "2025-06-06", "to_next_year": 30, "agreed_by": "Ms. Ito"}],
		"attachments": [
			{"id": "a", "name": "letter-of-march.pdf", "of": [{"noun": "session", "id": "sp:2025-03-11:s"}]},
			{"id": "b", "name": "loose-leaf.pdf", "of": [{"noun": "attachment", "id": "b"}, {"noun": "such", "id": "x"}]}]}`
	if err := os.WriteFile(f.out.file, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got((&Start{f.desk}).OpenFile("Mom"))
	return f
}

// Every entry says in its history where it stands, and nouns that stand nowhere
// are known to.
func TestEveryEntryHasItsPlace(t *testing.T) {
	f := everyNoun(t)
	places := map[history.Noun][2]string{
		history.Child: {"mia", "#/family/child/mia"}, history.Plan: {"p", "#/family/plan/p"}, history.Service: {"sp", "#/family/service/sp"},
		history.Calendar: {"y", "#/family/years/year/y"}, history.Policy: {"ours", "#/rule/p"},
		history.Session: {"sp:2025-03-11:s", "#/log/all/year/2024-25/open/sp:2025-03-11:s"}, history.Decision: {"d", "#/owed/mia%2Fsp"},
		history.Request: {"rq", "#/family/dates/request/rq"}, history.Meeting: {"mt", "#/family/dates/meeting/mt"},
		history.ESY: {"su", "#/family/summer/su"}, history.Contact: {"ana", "#/people"},
		history.Carryover: {"co", "#/summer"},
		history.Note:      {"n", "#/notes"}, history.Promise: {"pr", "#/notes"}, history.Removal: {"rm", "#/notes"},
		history.Attachment: {"a", "#/papers/show/a"}, history.Arrangement: {"mk", "#/makeup/mia%2Fsp"},
	}
	for noun := range orders {
		place, stands := places[noun]
		if !stands && noun != history.Import {
			t.Errorf("%s: no place is tried", noun)
		}
		if !stands {
			continue
		}
		v := got((&History{f.desk}).View(HistoryQuery{Noun: string(noun), ID: place[0]}))
		if v.To != place[1] || v.State != string(history.Living) {
			t.Errorf("%s %s stands at %q, want %q (%s)", noun, place[0], v.To, place[1], v.State)
		}
	}
	if v := got((&History{f.desk}).View(HistoryQuery{Noun: "session", ID: "nobody"})); v.To != "" {
		t.Errorf("what is not there stands at %q", v.To)
	}
}

// A history says what an entry says in the words of the screen on which it
// stands, and names what it refers to.
func TestHistoryHasTheWordsOfTheScreens(t *testing.T) {
	f := everyNoun(t)
	for key, want := range map[[2]string]string{
		{"promise", "pr"}:   "Who said so: the principal",
		{"request", "rq"}:   "Kind: An evaluation for special education | How it was asked: By word of mouth",
		{"meeting", "mt"}:   "Kind: A talk",
		{"removal", "rm"}:   "Kind: Sent home",
		{"note", "n"}:       "Kind: Progress",
		{"contact", "ana"}:  "As: Gives a service",
		{"attachment", "a"}: "Belongs to: Speech, Tue Mar 11, 2025",
		{"decision", "d"}:   "Who decided: the team",

		{"arrangement", "mk"}: "Minutes: 30 minutes | Makes up for: Speech, Tue Mar 4, 2025 | State: agreed | Who: Ms. Hall | on the phone | Mon May 5, 2025",
	} {
		v := got((&History{f.desk}).View(HistoryQuery{Noun: key[0], ID: key[1]}))
		var lines []string
		for _, field := range v.Acts[0].Fields {
			lines = append(lines, field.Label+": "+field.Text)
		}
		all := strings.Join(lines, " | ")
		for _, part := range strings.Split(want, " | ") {
			if !strings.Contains(all, part) {
				t.Errorf("%s says %q, not %q", key[0], all, part)
			}
		}
	}
}
