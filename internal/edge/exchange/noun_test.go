package exchange_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"midweek/internal/core/calendar"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
)

// lists are where each noun's rows stand in the portable record.
var lists = map[history.Noun]string{
	history.Child: "children", history.Calendar: "calendars", history.Policy: "policies",
	history.Session: "sessions", history.Decision: "decisions", history.Request: "requests",
	history.Meeting: "meetings", history.ESY: "esy",
}

// An act's value is the row of the file, with every field.
func TestANounIsARowOfTheFile(t *testing.T) {
	for noun, list := range lists {
		for _, row := range at(t, tree(t, load(t, whole)), []string{list}).([]any) {
			row.(map[string]any)["x_kept"] = json.RawMessage(`{"deep": [1, {"y": 0.50}]}`)
			comesBack(t, noun, row)
		}
	}
	plan := at(t, tree(t, load(t, whole)), []string{"plans", "0"}).(map[string]any)
	service := plan["services"].([]any)[0].(map[string]any)
	service["plan_id"] = "iep"
	comesBack(t, history.Service, service)
	plan["services"] = []any{}
	comesBack(t, history.Plan, plan)
	comesBack(t, history.Import, map[string]any{
		"id": "0123456789abcdef", "sha256": strings.Repeat("0123456789abcdef", 4), "counts": map[string]any{"sessions": 2}, "unknown": map[string]any{"x": "y"},
	})
}

func comesBack(t *testing.T, noun history.Noun, row any) {
	t.Helper()
	data := compact(t, row)
	id, _ := row.(map[string]any)["id"].(string)
	value, err := exchange.ReadNoun(noun, id, data)
	if err != nil {
		t.Errorf("%s: %v", noun, err)
		return
	}
	written, err := exchange.WriteNoun(value)
	if err != nil {
		t.Errorf("%s: %v", noun, err)
		return
	}
	sameJSON(t, data, written)
	if bytes.ContainsAny(written, "\n") || bytes.Contains(written, []byte(`": `)) {
		t.Errorf("%s is not written on one line without blanks: %s", noun, written)
	}
	again, err := exchange.ReadNoun(noun, id, written)
	if err != nil {
		t.Fatal(err)
	}
	if rewritten, _ := exchange.WriteNoun(again); !bytes.Equal(rewritten, written) {
		t.Errorf("%s is written in two ways", noun)
	}
}

// What a file may not say, an act may not say either.
func TestANounIsReadAsStrictlyAsAFile(t *testing.T) {
	for _, c := range []struct {
		what string
		noun history.Noun
		data string
		want string
	}{
		{"no JSON", history.Child, `{"id": "a",}`, "line 1, character 11: not_json"},
		{"nothing", history.Child, ``, "line 1, character 1: not_json"},
		{"null", history.Child, `null`, "id: missing"},
		{"not text", history.Child, "{\"id\": \"a\xff\"}", "line 1, character 10: not_text"},
		{"a key twice", history.Child, `{"id": "a", "id": "a"}`, "id: two_keys"},
		{"another id", history.Child, `{"id": "b"}`, "id: other_id"},
		{"no id", history.Session, `{"service_id": "sp"}`, "id: missing"},
		{"another decision", history.Decision, `{"id": "b"}`, "id: other_id"},
		{"a day that is none", history.Session, `{"id": "a", "date": "2026-02-30"}`, "date: day_unreal"},
		{"a time that is none", history.Session, `{"id": "a", "start_time": "9:30"}`, "start_time: clock_form"},
		{"another type", history.Session, `{"id": "a", "minutes": 1.5}`, "minutes: wrong_type"},
		{"a list", history.Session, `[]`, "wrong_type"},
		{"a deep path", history.Service, `{"id": "a", "plan_id": "p", "schedules": [{"from": "soon"}]}`, "schedules[0].from: day_form"},
		{"services in a plan", history.Plan, `{"id": "a", "services": [{"id": "sp"}]}`, "services: too_many_rows"},
		{"a long text", history.Child, `{"id": "a", "name": "` + strings.Repeat("x", record.MaxText+1) + `"}`, "name: text_too_long"},
		{"a long list", history.Child, `{"id": "a", "x": ` + rows("0", record.MaxRows+1) + `}`, "x: too_many_rows"},
		{"too deep", history.Child, `{"id": "a", "x": ` + strings.Repeat("[", 32) + strings.Repeat("]", 32) + `}`, "line 1, character 49: too_deep"},
		{"a noun of another program", "letter", `{"id": "a"}`, "entry_unreadable"},
	} {
		value, err := exchange.ReadNoun(c.noun, "a", []byte(c.data))
		if got := told(t, err); got != c.want {
			t.Errorf("%s: told %q, want %q", c.what, got, c.want)
		}
		if value != nil {
			t.Errorf("%s: a value and a refusal at once", c.what)
		}
	}
}

// What a file may say about itself stands one level deeper in its import.
func TestTheDeepestFileCanBeImported(t *testing.T) {
	r, err := exchange.Read(frame(`"x": ` + strings.Repeat("[", 31) + strings.Repeat("]", 31)))
	if err != nil {
		t.Fatal(err)
	}
	changes, err := exchange.Changes(r, exchange.FileHash(nil))
	if err != nil {
		t.Fatal(err)
	}
	c := changes[len(changes)-1]
	if _, err := exchange.ReadNoun(c.Noun, c.ID, c.Value); err != nil {
		t.Error(err)
	}
}

func TestWhatAValueLeavesToItsFormatIsCompleted(t *testing.T) {
	value, err := exchange.ReadNoun(history.Calendar, "y", []byte(`{"id": "y", "first_day": "2025-01-01", "last_day": "2025-02-01"}`))
	if err != nil {
		t.Fatal(err)
	}
	if y := value.(*calendar.SchoolYear); y.Weekdays != day.MondayToFriday {
		t.Errorf("the usual week: %v", y.Weekdays)
	}
	if _, err := exchange.ReadNoun(history.Decision, "0123456789abcdef", []byte(`{"service_id": "sp", "date": "2025-01-01", "owed": "yes"}`)); err != nil {
		t.Errorf("a decision without an id: %v", err)
	}
}

// An act outlives this program. A number that others would round is not kept.
func TestNumbersThatOthersWouldRoundAreRefused(t *testing.T) {
	for number, keeps := range map[string]bool{
		"9007199254740992": true, "-9007199254740992": true, "0.10": true, "-0": true, "1e15": true, "1e-400": true,
		"9007199254740993": false, "-9007199254740993": false, "9007199254740992.5": false, "1e400": false, "1E999999999": false,
	} {
		child := &iep.Child{ID: "a", Unknown: iep.Unknown{"x": iep.Raw(`[{"n": ` + number + `}]`)}}
		data, err := exchange.WriteNoun(child)
		if keeps != (err == nil) {
			t.Errorf("%s: %v", number, err)
		}
		if r := refusal.From(err); !keeps && (r == nil || r.Field != "x[0].n" || r.Code != refusal.OutOfBounds) {
			t.Errorf("%s: %v", number, err)
		}
		if keeps && !strings.Contains(string(data), number) {
			t.Errorf("%s was written as %s", number, data)
		}
	}
}
