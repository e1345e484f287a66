package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

func TestTheSmallestRecord(t *testing.T) {
	accepted(t, "only the frame", frame(""))
	accepted(t, "blanks around it", []byte("\n\t "+string(frame(""))+" \r\n"))
}

func TestWhatIsNoRecordIsToldSo(t *testing.T) {
	for _, c := range []struct{ what, data, want string }{
		{"nothing", "", "line 1, character 1: not_json"},
		{"blanks", " \n \n", "line 3, character 1: not_json"},
		{"words", "Dear school,", "line 1, character 1: not_json"},
		{"a page of the web", "<!DOCTYPE html>", "line 1, character 1: not_json"},
		{"two files in one", string(frame("")) + "\n{}", "line 2, character 1: not_json"},
		{"a comma too many", "{\n  \"format\": \"service-hours\",\n}", "line 2, character 28: not_json"},
		{"a comment", "{\n// mine\n}", "line 2, character 1: not_json"},
		{"half a letter", string(frame(`"x": "\ud800"`)), "line 1, character 49: not_json"},
		{"a list", "[]", "wrong_type"},
		{"a text", `"service-hours"`, "wrong_type"},
		{"a number", "12", "wrong_type"},
		{"nothing at all", "null", "format: not_our_format"},
		{"an empty object", "{}", "format: not_our_format"},
		{"another format", `{"format": "ledger", "version": 1}`, "format: not_our_format"},
		{"the format in other letters", `{"format": "Service-Hours", "version": 1}`, "format: not_our_format"},
		{"names in other letters", `{"FORMAT": "service-hours", "VERSION": 1}`, "format: not_our_format"},
		{"no version", `{"format": "service-hours"}`, "version: not_positive"},
		{"version 0", `{"format": "service-hours", "version": 0}`, "version: not_positive"},
		{"a version before the first", `{"format": "service-hours", "version": -1}`, "version: not_positive"},
		{"a version in words", `{"format": "service-hours", "version": "1"}`, "version: wrong_type"},
		{"half a version", `{"format": "service-hours", "version": 1.0}`, "version: wrong_type"},
	} {
		refused(t, c.what, []byte(c.data), c.want)
	}
}

// Half a file, from a full disk or a broken download, is never half a record.
func TestEveryTruncatedFileIsRefused(t *testing.T) {
	data := bytes.TrimSpace(compact(t, tree(t, load(t, whole))))
	for n := range data {
		_, err := exchange.Read(data[:n])
		if r := refusal.From(err); r == nil || r.Code != refusal.NotJSON {
			t.Fatalf("the first %d of %d bytes: %v", n, len(data), err)
		}
	}
}

func TestWhatIsNotUTF8IsToldWithItsPlace(t *testing.T) {
	for _, c := range []struct{ what, data, want string }{
		{"Latin-1", "{\n  \"n\u00e9\": \"Ren\xe9\"}", "line 2, character 13: not_text"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "line 1, character 1: not_text"},
		{"a surrogate as bytes", "{\"x\": \"\xed\xa0\x80\"}", "line 1, character 8: not_text"},
		{"cut inside a letter", "{\"x\": \"\xc3", "line 1, character 8: not_text"},
	} {
		refused(t, c.what, []byte(c.data), c.want)
	}
}

// Of two values for one field nobody knows which was meant.
func TestAKeyTwiceIsRefusedAtItsPath(t *testing.T) {
	for data, want := range map[string]string{
		`{"format": "service-hours", "version": 1, "version": 1}`:                                                                  "version: two_keys",
		`{"format": "service-hours", "version": 1, "children": [{"id": "a", "name": "b", "\u006eame": "c"}]}`:                      "children[0].name: two_keys",
		`{"format": "service-hours", "version": 1, "x": {"y": [{"z": 1, "z": 1}]}}`:                                                "x.y[0].z: two_keys",
		`{"format": "service-hours", "version": 1, "policies": [{"id": "p", "owed": {"other": "yes", "other": "no"}}]}`:            "policies[0].owed.other: two_keys",
		`{"format": "service-hours", "version": 1, "policies": [{"id": "p", "deadline": {"days": 1, "days": 2}}]}`:                 "policies[0].deadline.days: two_keys",
		`{"format": "service-hours", "version": 1, "esy": [{"id": "e", "makeup_capacity": {"sp": 1, "sp": 2}}]}`:                   "esy[0].makeup_capacity.sp: two_keys",
		`{"format": "service-hours", "version": 1, "children": [], "children": []}`:                                                "children: two_keys",
		`{"format": "service-hours", "version": 1, "calendars": [{"closures": [{"start": "2025-01-01", "start": "2025-01-01"}]}]}`: "calendars[0].closures[0].start: two_keys",
	} {
		refused(t, data, []byte(data), want)
	}
	accepted(t, "names differ by case", frame(`"x": 1, "X": 2`))
}

// A newer file may differ in every way. It is told as newer, since no other
// advice would help, and the family is not sent to mend what is not broken.
func TestANewerVersionIsToldBeforeItsFaults(t *testing.T) {
	newer := func(fields string) []byte {
		return []byte(`{` + fields + `, "version": 2, "format": "service-hours"}`)
	}
	for what, fields := range map[string]string{
		"nothing else":        `"children": []`,
		"no ids":              `"children": [{}]`,
		"another shape":       `"children": {"ana": {}}, "plans": 5`,
		"another kind of day": `"sessions": [{"id": "s", "date": 20250301}]`,
		"a new word":          `"sessions": [{"id": "s", "date": "2025-03-01", "kind": "group"}]`,
		"deeper":              `"x": ` + strings.Repeat("[", 40) + strings.Repeat("]", 40),
		"longer texts":        `"x": "` + strings.Repeat("x", record.MaxText+1) + `"`,
		"longer lists":        `"x": ` + rows("0", record.MaxRows+1),
	} {
		refused(t, what, newer(fields), "version: newer_version")
	}
	_, err := exchange.Read(newer(`"children": []`))
	if r := refusal.From(err); r == nil || r.Args["found"] != "2" || r.Args["known"] != "1" {
		t.Errorf("both versions are named: %v", err)
	}
	refused(t, "another program's version", []byte(`{"format": "ledger", "version": 2}`), "format: not_our_format")
}

// A wrong file is refused whole: nobody can go on with half of it.
func TestARefusedFileGivesNothing(t *testing.T) {
	for _, path := range []string{"children[0].id", "sessions[0].kind", "format"} {
		if r, err := exchange.Read(change(t, path, `"no-such"`)); err != nil && r != nil {
			t.Errorf("%s: a record and a refusal at once", path)
		}
	}
	if y, err := exchange.ReadCalendar([]byte(`{"id": "y1", "first_day": "2025-01-01"}`)); err == nil || y != nil {
		t.Errorf("a calendar %v and a refusal %v at once", y, err)
	}
}

func TestACalendarStandsByItself(t *testing.T) {
	calendar := string(compact(t, at(t, tree(t, load(t, whole)), []string{"calendars", "0"})))
	y, err := exchange.ReadCalendar([]byte(calendar))
	if err != nil || y.ID != "y1" || len(y.Closures) != 2 || len(y.Terms) != 2 {
		t.Errorf("%+v, %v", y, err)
	}
	for _, c := range []struct{ what, data, want string }{
		{"without an id", `{"first_day": "2025-01-01", "last_day": "2025-02-01"}`, "id: missing"},
		{"without a last day", `{"id": "y", "first_day": "2025-01-01"}`, "last_day: missing"},
		{"backwards", `{"id": "y", "first_day": "2025-01-01", "last_day": "2024-02-01"}`, "last_day: backwards"},
		{"an unreal day", `{"id": "y", "first_day": "2026-02-30", "last_day": "2026-03-01"}`, "first_day: day_unreal"},
		{"an unreal closure", `{"id": "y", "first_day": "2026-02-01", "last_day": "2026-03-01", "closures": [{"start": "03/04/2025"}]}`, "closures[0].start: day_form"},
		{"a key twice", `{"id": "y", "id": "z", "first_day": "2026-02-01"}`, "id: two_keys"},
		{"not JSON", `BEGIN:VCALENDAR`, "line 1, character 1: not_json"},
	} {
		_, err := exchange.ReadCalendar([]byte(c.data))
		if got := told(t, err); got != c.want {
			t.Errorf("%s: told %q, want %q", c.what, got, c.want)
		}
	}
	usual, err := exchange.ReadCalendar([]byte(`{"id": "y", "first_day": "2025-01-01", "last_day": "2025-02-01"}`))
	if err != nil || usual.Weekdays.String() != "MO,TU,WE,TH,FR" {
		t.Errorf("the usual week: %v, %v", usual, err)
	}
}

func TestARecordAndACalendarAreToldApart(t *testing.T) {
	calendar := compact(t, at(t, tree(t, load(t, whole)), []string{"calendars", "0"}))
	if exchange.IsRecord(calendar) {
		t.Error("a calendar was taken for a record")
	}
	for _, data := range [][]byte{load(t, whole), frame(""), []byte(`{}`), []byte(`[]`), []byte(`{`), nil} {
		if !exchange.IsRecord(data) {
			t.Errorf("%.40s was taken for a calendar", data)
		}
	}
}
