package exchange_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/record"
)

// whole.json is only worth something while it has every field.
func TestWholeNamesEveryFieldOfTheRecord(t *testing.T) {
	var named []string
	for _, p := range places(t) {
		named = append(named, regexp.MustCompile(`\[\d+\]`).ReplaceAllString(p.path, ""))
	}
	for _, field := range fieldsOf("", reflect.TypeFor[record.Record]()) {
		if !slices.Contains(named, field) {
			t.Errorf("whole.json has no %s", field)
		}
	}
}

// fieldsOf lists the fields that a noun has in the portable record.
func fieldsOf(path string, noun reflect.Type) []string {
	for noun.Kind() == reflect.Slice || noun.Kind() == reflect.Pointer {
		noun = noun.Elem()
	}
	if noun.Kind() != reflect.Struct || strings.HasSuffix(path, ".deadline") {
		return nil
	}
	var fields []string
	for f := range noun.Fields() {
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case rest == "embed":
			fields = append(fields, fieldsOf(path, f.Type)...)
		default:
			inner := strings.TrimPrefix(path+"."+name, ".")
			fields = append(append(fields, inner), fieldsOf(inner, f.Type)...)
		}
	}
	return fields
}

// A value of another type is refused where it stands, for every field there is.
func TestAnotherTypeIsRefusedAtItsPath(t *testing.T) {
	for _, p := range places(t) {
		var others []string
		switch p.node.(type) {
		case string:
			others = []string{`7`, `true`, `["text"]`, `{"text": 1}`}
		case json.Number:
			others = []string{`"7"`, `1.5`, `1e2`, `true`, `[1]`, `{}`, `123456789012345678901234567890`, `1e400`}
		case bool:
			others = []string{`"yes"`, `1`, `[]`}
		case []any:
			others = []string{`"text"`, `7`, `{}`}
		case map[string]any:
			others = []string{`"text"`, `7`, `[]`}
		}
		for _, other := range others {
			if mayBe(p.path, other) {
				continue
			}
			refused(t, p.path+" = "+other, change(t, p.path, other), p.path+": wrong_type")
		}
	}
}

// An id may be a number in quotes; it is no place in a list.
func TestAnIdOfDigitsIsNoPlaceInAList(t *testing.T) {
	refused(t, "a series 12", change(t, "esy[0].makeup_capacity", `{"12": "60"}`), "esy[0].makeup_capacity.12: wrong_type")
	refused(t, "a field 12", frame(`"x": {"12": 1, "12": 2}`), "x.12: two_keys")
}

// mayBe are the fields that can be of more than one type.
func mayBe(path, value string) bool {
	switch {
	case strings.HasSuffix(path, ".page"):
		return value == "7"
	case strings.HasSuffix(path, ".deadline"):
		return value == `"text"` // refused as no word for it, see TestUnknownWordsAreRefused
	}
	return false
}

// A typing error must never become another day or another time.
func TestNoDayAndNoTimeIsGuessed(t *testing.T) {
	day := regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	clock := regexp.MustCompile(`^\d\d:\d\d$`)
	days, clocks := 0, 0
	for _, p := range places(t) {
		text, _ := p.node.(string)
		switch {
		case day.MatchString(text):
			days++
			for wrong, code := range map[string]string{
				"2026-02-30": "day_unreal", "2025-13-01": "day_unreal", "2025-00-10": "day_unreal", "2100-02-29": "day_unreal",
				"03/04/2025": "day_form", "2025-3-4": "day_form", "20250304": "day_form", "2025-03-04T00:00:00Z": "day_form",
				" 2025-03-04": "day_form", "tomorrow": "day_form", "": "day_form", "1899-12-31": "day_range", "2200-01-01": "day_range",
			} {
				refused(t, p.path+" = "+wrong, change(t, p.path, `"`+wrong+`"`), p.path+": "+code)
			}
		case clock.MatchString(text):
			clocks++
			for _, wrong := range []string{"9:30", "24:00", "09:60", "09.30", "9:30 AM", "09:30:00", ""} {
				refused(t, p.path+" = "+wrong, change(t, p.path, `"`+wrong+`"`), p.path+": clock_form")
			}
		}
	}
	if days < 30 || clocks < 4 {
		t.Errorf("only %d days and %d times were tried", days, clocks)
	}
}

// What a record cannot do without is asked for by its path, whether the field
// is not there or is null.
func TestWhatIsMissingIsNamed(t *testing.T) {
	for _, path := range []string{
		"children[0].id",
		"calendars[0].id", "calendars[0].first_day", "calendars[0].last_day",
		"calendars[0].closures[0].start", "calendars[0].closures[0].end",
		"calendars[0].early_release[0].start", "calendars[0].early_release[0].end",
		"calendars[0].extra_school_days[0].date", "calendars[0].terms[0].start", "calendars[0].terms[0].end",
		"calendars[0].noted_days[0].start", "calendars[0].noted_days[0].end",
		"policies[0].id", "policies[0].deadline.days",
		"plans[0].id", "plans[0].child_id", "plans[0].kind",
		"plans[0].claims[0].id", "plans[0].claims[0].start", "plans[0].claims[0].end",
		"plans[0].services[0].schedules[1].cycle.days", "plans[0].services[0].schedules[1].cycle.first",
		"plans[0].services[0].schedules[1].cycle.closed", "plans[0].services[0].schedules[2].weeks.on",
		"plans[0].services[0].id", "plans[0].services[0].start", "plans[0].services[0].end",
		"plans[0].services[0].requirement.unit", "plans[0].services[0].requirement.period",
		"plans[0].services[0].schedules[0].id", "plans[0].services[0].schedules[0].rrule", "plans[0].services[0].schedules[0].from",
		"sessions[0].id", "sessions[0].service_id", "sessions[0].date", "sessions[0].kind", "sessions[0].status",
		"decisions[0].service_id", "decisions[0].date", "decisions[0].owed",
		"requests[0].id", "requests[0].child_id",
		"meetings[0].id", "meetings[0].child_id", "meetings[0].date",
		"esy[0].id", "esy[0].child_id", "esy[0].start", "esy[0].end",
	} {
		refused(t, path+" left out", change(t, path, ""), path+": missing")
		refused(t, path+" null", change(t, path, "null"), path+": missing")
	}
	for path, want := range map[string]string{
		"format":  "format: not_our_format",
		"version": "version: not_positive",
		"plans[0].services[0].requirement.amount":           "plans[0].services[0].requirement.amount: not_positive",
		"plans[0].services[0].schedules[0].minutes":         "plans[0].services[0].schedules[0].minutes: not_positive",
		"plans[0].calendar_ids[0]":                          "plans[0].calendar_ids[0]: missing",
		"calendars[0].school_weekdays[0]":                   "calendars[0].school_weekdays[0]: weekday_form",
		"policies[0].owed.provider_absent":                  "policies[0].owed.provider_absent: missing",
		"plans[0].services[0].schedules[0].extra_dates[1]":  "plans[0].services[0].schedules[0].extra_dates[1]: missing",
		"plans[0].services[0].schedules[0].except_dates[0]": "plans[0].services[0].schedules[0].except_dates[0]: missing",
	} {
		refused(t, path+" null", change(t, path, "null"), want)
	}
	for _, list := range []string{"children", "calendars", "policies", "plans", "sessions", "requests", "meetings", "esy"} {
		refused(t, list+"[0] null", change(t, list+"[0]", "null"), list+"[0].id: missing")
	}
}

// Everything else may be left out, or be null, which is the same.
func TestWhatIsOptionalMayBeLeftOut(t *testing.T) {
	for _, path := range []string{
		"children[1].name", "children[0].state", "calendars[0].name", "calendars[0].school_weekdays", "calendars[0].closures[0].id",
		"calendars[0].closures[0].kind", "calendars[0].early_release[0].dismissal", "calendars[0].early_release[0].opening",
		"calendars[0].early_release", "calendars[0].extra_school_days", "calendars[0].terms", "calendars[0].closures",
		"calendars[0].closures[0].source", "calendars[0].early_release[0].source", "calendars[0].early_release[0].weekdays",
		"calendars[0].extra_school_days[0].source", "calendars[0].noted_days", "calendars[0].noted_days[0].id",
		"calendars[0].noted_days[0].kind", "calendars[0].noted_days[0].name", "calendars[0].noted_days[0].source",
		"calendars[0].level", "calendars[0].guess", "calendars[0].guessed_from",
		"policies[0].pack", "policies[0].owed", "policies[0].partial_period", "policies[0].makeup_spillover", "policies[0].over_delivery",
		"policies[0].deadline", "policies[0].obligation_basis", "plans[0].start", "plans[0].end", "plans[0].policy_id",
		"plans[0].services[0].requirement", "plans[0].services[0].requirement.every", "plans[0].services[0].group_size",
		"plans[0].services[0].requirement.minutes_per_session", "plans[0].services[1].schedules",
		"plans[0].services[0].schedules[0].to", "plans[0].services[0].schedules[0].start_time", "plans[0].services[0].page",
		"plans[0].services[0].schedules[2].weeks", "plans[0].services[0].schedules[2].weeks.from",
		"plans[0].claims", "plans[0].claims[0].series_id", "plans[0].claims[0].name", "plans[0].claims[0].said_by",
		"plans[0].claims[0].said_on", "plans[0].claims[0].note",
		"plans[0].services[0].schedules[0].ignore_school_calendar", "sessions[0].schedule_id", "sessions[0].start_time", "sessions[0].reason",
		"sessions[0].makeup_for", "sessions[1].minutes", "decisions[0].id", "decisions[0].decided_on", "decisions[0].by",
		"requests[0].sent_on", "requests[0].received_on", "requests[0].date", "requests", "meetings", "decisions", "sessions", "esy",
		"esy[0].makeup_capacity", "contacts", "letters", "attachments",
	} {
		accepted(t, path+" null", change(t, path, "null"))
		if !strings.HasSuffix(path, "]") {
			accepted(t, path+" left out", change(t, path, ""))
		}
	}
	accepted(t, "a plan without calendars", frame(`"children": [{"id": "a"}], "plans": [{"id": "p", "child_id": "a", "kind": "IEP"}]`))
}

// What a schedule's rhythm says must go together, and a cycle must count the
// days of a school year that is there.
func TestARhythmThatCannotHoldIsRefusedAtItsPath(t *testing.T) {
	service := "plans[0].services[0]."
	for _, c := range []struct{ path, value, want string }{
		{"schedules[1].cycle", `null`, "schedules[1].rrule: missing"},
		{"schedules[0].cycle", `{"length": 2, "days": [1], "first": "2024-08-12", "closed": "slide"}`, "schedules[0].cycle: rule_and_cycle"},
		{"schedules[1].weeks", `{"of": 2, "on": [1]}`, "schedules[1].weeks: weeks_not_weekly"},
		{"schedules[1].ignore_school_calendar", `true`, "schedules[1].ignore_school_calendar: cycle_needs_school"},
		{"schedules[1].cycle.days", `[]`, "schedules[1].cycle.days: missing"},
		{"schedules[1].cycle.days", `[1, 4, 1]`, "schedules[1].cycle.days[2]: number_twice"},
		{"schedules[1].cycle.closed", `"wait"`, "schedules[1].cycle.closed: not_a_word"},
		{"schedules[1].cycle.first", `"2024-08-09"`, "schedules[1].cycle.first: cycle_outside"},
		{"schedules[1].cycle.first", `"2024-09-02"`, "schedules[1].cycle.first: cycle_no_school"},
		{"schedules[1].cycle.first", `"2024-08-17"`, "schedules[1].cycle.first: cycle_no_school"},
		{"schedules[2].weeks.on", `[]`, "schedules[2].weeks.on: missing"},
		{"schedules[2].weeks.on", `[2, 2]`, "schedules[2].weeks.on[1]: number_twice"},
		{"schedules[2].rrule", `"FREQ=MONTHLY;BYDAY=2TH"`, "schedules[2].weeks: weeks_not_weekly"},
		{"schedules[2].rrule", `"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"`, "schedules[2].weeks: weeks_not_weekly"},
		{"schedules[2].rrule", `"FREQ=WEEKLY;COUNT=9;BYDAY=TH"`, "schedules[2].weeks: weeks_not_weekly"},
	} {
		refused(t, c.path+" = "+c.value, change(t, service+c.path, c.value), service+c.want)
	}
	refused(t, "no school year", change(t, "plans[0].calendar_ids", "[]"), service+"schedules[1].cycle.first: cycle_outside")
	refused(t, "two claims of one id", change(t, "plans[0].claims[1].id", `"tests"`), "plans[0].claims[1].id: not_unique")
	refused(t, "a claim that ends first", change(t, "plans[0].claims[1].end", `"2024-08-11"`), "plans[0].claims[1].end: backwards")
	accepted(t, "Day 1 on a day of snow", change(t, service+"schedules[1].cycle.first", `"2025-01-21"`))
	accepted(t, "Day 1 on a Saturday given back", change(t, service+"schedules[1].cycle.first", `"2025-05-31"`))
	accepted(t, "weeks to a last day", change(t, service+"schedules[2].rrule", `"FREQ=WEEKLY;UNTIL=20250101;BYDAY=TH"`))
}

// Each bound of the format, from both sides.
func TestAmountsKeepTheirBounds(t *testing.T) {
	service := "plans[0].services[0]."
	for _, c := range []struct {
		path      string
		low, high string
		under     string // the code below the low end
		below     string
		above     string
	}{
		{service + "requirement.amount", "1", "100000", "not_positive", "0", "100001"},
		{service + "requirement.minutes_per_session", "1", "1440", "not_positive", "0", "1441"},
		{service + "requirement.every", "1", "53", "not_positive", "0", "54"},
		{service + "schedules[2].weeks.of", "3", "52", "out_of_bounds", "1", "53"},
		{service + "schedules[2].weeks.on[0]", "1", "4", "not_positive", "0", "5"},
		{service + "schedules[1].cycle.length", "4", "20", "out_of_bounds", "1", "21"},
		{service + "schedules[1].cycle.days[0]", "1", "6", "not_positive", "0", "7"},
		{service + "schedules[0].minutes", "1", "1440", "not_positive", "0", "1441"},
		{service + "group_size", "1", "1000", "not_positive", "0", "1001"},
		{"sessions[0].minutes", "0", "1440", "out_of_bounds", "-1", "1441"},
		{"policies[0].deadline.days", "0", "36500", "out_of_bounds", "-1", "36501"},
		{"esy[0].makeup_capacity.sp", "0", "100000", "out_of_bounds", "-1", "100001"},
	} {
		accepted(t, c.path+" = "+c.low, change(t, c.path, c.low))
		accepted(t, c.path+" = "+c.high, change(t, c.path, c.high))
		refused(t, c.path+" = "+c.below, change(t, c.path, c.below), c.path+": "+c.under)
		refused(t, c.path+" = -30", change(t, c.path, "-30"), c.path+": "+c.under)
		refused(t, c.path+" = "+c.above, change(t, c.path, c.above), c.path+": out_of_bounds")
		refused(t, c.path+" huge", change(t, c.path, "9223372036854775807"), c.path+": out_of_bounds")
	}
}

// A word that decides a number must be one that we know.
func TestUnknownWordsAreRefused(t *testing.T) {
	for _, path := range []string{
		"plans[0].services[0].requirement.unit", "plans[0].services[0].requirement.period",
		"sessions[0].kind", "sessions[0].status", "decisions[0].owed", "policies[0].owed.provider_absent",
		"policies[0].partial_period", "policies[0].over_delivery", "policies[0].deadline", "policies[0].obligation_basis",
	} {
		for _, word := range []string{"fortnight", "WEEK", "Yes", "missed ", "ask\u0000"} {
			data := change(t, path, string(compact(t, word)))
			refused(t, path+" = "+word, data, path+": not_a_word")
		}
	}
	refused(t, "a decision cannot ask", change(t, "decisions[0].owed", `"ask"`), "decisions[0].owed: not_a_word")
	for _, word := range []string{"Mo", "MONDAY", "XX", ""} {
		refused(t, "weekday "+word, change(t, "calendars[0].school_weekdays[1]", `"`+word+`"`), "calendars[0].school_weekdays[1]: weekday_form")
		short := "calendars[0].early_release[0].weekdays[0]"
		refused(t, "weekday "+word, change(t, short, `"`+word+`"`), short+": weekday_form")
	}
}

// A word that is only shown may be any: another program may know more kinds.
func TestUnknownKindsAndReasonsAreAccepted(t *testing.T) {
	for _, path := range []string{
		"calendars[0].closures[0].kind", "calendars[0].early_release[0].kind", "plans[0].kind", "sessions[0].reason",
		"requests[0].kind", "meetings[0].kind", "plans[0].services[0].mode", "sessions[0].known_by", "children[0].rights_holder",
		"calendars[0].closures[0].source", "calendars[0].early_release[0].source", "calendars[0].extra_school_days[0].source",
		"calendars[0].noted_days[0].source", "calendars[0].noted_days[0].kind", "calendars[0].guessed_from",
		"calendars[0].level",
	} {
		data := change(t, path, `"volcano"`)
		accepted(t, path, data)
		sameJSON(t, data, rewritten(t, data))
	}
	accepted(t, "an answer to an unknown reason", change(t, "policies[0].owed.volcano", `"yes"`))
}

func TestEveryKnownWordIsAccepted(t *testing.T) {
	for path, words := range map[string][]string{
		"plans[0].services[0].requirement.unit":   {"sessions", "minutes"},
		"plans[0].services[0].requirement.period": {"week"}, // for the others see TestEverySoManyIsForWeeks
		"sessions[0].kind":                        {"regular", "makeup", "extra"},
		"sessions[0].status":                      {"delivered", "partial", "missed", "unsure"},
		"decisions[0].owed":                       {"yes", "no"},
		"policies[0].owed.provider_absent":        {"yes", "no", "ask"},
		"policies[0].partial_period":              {"prorate", "full"},
		"policies[0].over_delivery":               {"none", "bank"},
		"policies[0].deadline":                    {"end_of_school_year"},
		"policies[0].obligation_basis":            {"session", "period"},
	} {
		for _, word := range words {
			accepted(t, path+" = "+word, change(t, path, `"`+word+`"`))
		}
	}
}

// Nothing may hang in the air: what is named must be there.
func TestReferencesResolve(t *testing.T) {
	for path, value := range map[string]string{
		"plans[0].calendar_ids[0]": `"no-such"`, "plans[0].policy_id": `"no-such"`,
		"plans[0].child_id": `"no-such"`, "sessions[0].service_id": `"no-such"`, "decisions[0].service_id": `"no-such"`,
		"requests[0].child_id": `"no-such"`, "meetings[0].child_id": `"no-such"`, "esy[0].child_id": `"no-such"`,
		"esy[0].makeup_capacity.no-such": `60`,
	} {
		refused(t, path, change(t, path, value), path+": no_such")
	}
	refused(t, "a pack", change(t, "policies[0].pack", `"no-such"`), "policies[0].pack: no_such_pack")
	refused(t, "a session names a service, not a series", change(t, "sessions[0].service_id", `"sp"`), "sessions[0].service_id: no_such")
	refused(t, "the other child's series", change(t, "esy[0].child_id", `"bo"`), "esy[0].makeup_capacity.sp: no_such")
	accepted(t, "a decision names a series", change(t, "decisions[0].service_id", `"sp"`))
	accepted(t, "a service's own id is its series", change(t, "esy[0].makeup_capacity", `{"ot-1": 30}`))
}

// An id twice would let one row answer for another.
func TestIdsAreUniqueInTheirList(t *testing.T) {
	for _, list := range []string{
		"children", "calendars", "calendars[0].closures", "calendars[0].early_release", "calendars[0].noted_days", "policies", "plans", "plans[0].services",
		"plans[0].services[0].schedules", "sessions", "decisions", "requests", "meetings", "esy",
	} {
		rows := at(t, tree(t, load(t, whole)), step.FindAllString(list, -1)).([]any)
		twice := compact(t, []any{rows[0], rows[0]})
		refused(t, list, change(t, list, string(twice)), list+"[1].id: not_unique")
	}
	second := `[{"id": "a", "child_id": "ana", "kind": "IEP", "services": [{"id": "sp", "start": "2025-01-01", "end": "2025-02-01"}]},
		{"id": "b", "child_id": "bo", "kind": "504", "services": [{"id": "sp", "start": "2025-01-01", "end": "2025-02-01"}]}]`
	refused(t, "a service of another plan", change(t, "plans", second), "plans[1].services[0].id: not_unique")
}

func TestRangesRunForward(t *testing.T) {
	for _, path := range []string{
		"calendars[0].last_day", "calendars[0].closures[0].end", "calendars[0].early_release[0].end", "calendars[0].terms[0].end",
		"calendars[0].noted_days[0].end", "plans[0].end", "plans[0].services[0].end", "plans[0].services[0].schedules[0].to", "esy[0].end",
	} {
		refused(t, path, change(t, path, `"2020-01-01"`), path+": backwards")
	}
	accepted(t, "one day is a range", change(t, "esy[0].end", `"2025-06-09"`))
}

// A session that gave part of its minutes, or stands outside the plan, says
// nothing unless it says how long it was.
func TestSomeSessionsNeedTheirMinutes(t *testing.T) {
	row := func(kind, status string) []byte {
		return change(t, "sessions[0]", `{"id": "s1", "service_id": "sp-1", "date": "2024-08-13", "kind": "`+kind+`", "status": "`+status+`"}`)
	}
	for _, s := range [][2]string{
		{"regular", "partial"}, {"makeup", "delivered"}, {"makeup", "partial"}, {"makeup", "missed"},
		{"extra", "delivered"}, {"extra", "partial"}, {"extra", "missed"},
	} {
		refused(t, s[0]+" "+s[1], row(s[0], s[1]), "sessions[0].minutes: needs_minutes")
	}
	for _, s := range [][2]string{
		{"regular", "delivered"}, {"regular", "missed"}, {"regular", "unsure"}, {"makeup", "unsure"}, {"extra", "unsure"},
	} {
		accepted(t, s[0]+" "+s[1], row(s[0], s[1]))
	}
}

func TestAQuarterNeedsTerms(t *testing.T) {
	wording := `{"unit": "minutes", "amount": 600, "period": "quarter"}`
	root := tree(t, change(t, "plans[0].services[0].requirement", wording)).(map[string]any)
	accepted(t, "with terms", compact(t, root))
	root["calendars"].([]any)[0].(map[string]any)["terms"] = []any{}
	refused(t, "without terms", compact(t, root), "plans[0].services[0].requirement.period: needs_terms")
}

// Only weeks are counted in groups; of months nobody knows where one begins.
func TestEverySoManyIsForWeeks(t *testing.T) {
	path := "plans[0].services[0].requirement"
	for _, period := range []string{"month", "quarter", "year"} {
		wording := `{"unit": "minutes", "amount": 60, "period": "` + period + `", "every": `
		refused(t, period, change(t, path, wording+"2}"), path+".every: every_weeks")
		accepted(t, period, change(t, path, wording+"1}"))
	}
	accepted(t, "weeks", change(t, path, `{"unit": "minutes", "amount": 60, "period": "week", "every": 53}`))
}

func TestAPromiseOfSessionsNeedsALength(t *testing.T) {
	wording := `{"unit": "sessions", "amount": 2, "period": "week"}`
	accepted(t, "the schedule says", change(t, "plans[0].services[0].requirement", wording))
	refused(t, "nobody says", change(t, "plans[0].services[1].requirement", wording),
		"plans[0].services[1].requirement.minutes_per_session: needs_length")
	accepted(t, "minutes need none", change(t, "plans[0].services[1].requirement", `{"unit": "minutes", "amount": 60, "period": "week"}`))
}

func TestRulesAreRefusedWhereTheyStand(t *testing.T) {
	path := "plans[0].services[0].schedules[0].rrule"
	for rule, code := range map[string]string{
		"":                                     "missing",
		"every Tuesday":                        "rule_form",
		"FREQ=HOURLY":                          "rule_too_often",
		"FREQ=WEEKLY;BYDAY=TU;BYDAY=TH":        "rule_twice",
		"FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2": "rule_never",
	} {
		refused(t, rule, change(t, path, `"`+rule+`"`), path+": "+code)
	}
}

// What would count something twice, or take a name that has a meaning of its
// own, is refused before it is counted.
func TestNothingIsNamedOrCountedTwice(t *testing.T) {
	refused(t, "a calendar listed twice", change(t, "plans[0].calendar_ids", `["y1", "y1"]`), "plans[0].calendar_ids[1]: not_unique")
	refused(t, "terms that share a day", change(t, "calendars[0].terms",
		`[{"start": "2024-08-12", "end": "2024-12-20"}, {"start": "2024-12-20", "end": "2025-06-04"}]`), "calendars[0].terms[1].start: terms_meet")
	refused(t, "a row called bank", change(t, "sessions[0].id", `"bank"`), "sessions[0].id: reserved_id")
	refused(t, "a schedule called undecided", change(t, "plans[0].services[0].schedules[0].id", `"undecided"`),
		"plans[0].services[0].schedules[0].id: reserved_id")
	many := `["` + strings.Repeat(`x", "`, record.MaxMakeupFor) + `x"]`
	refused(t, "a make-up that names too many", change(t, "sessions[0].makeup_for", many), "sessions[0].makeup_for: too_many_rows")
}

// A decision may name a series, but not one that two children have.
func TestADecisionForTwoChildrenIsRefused(t *testing.T) {
	service := `{"id": "%s", "series_id": "speech", "start": "2025-01-06", "end": "2025-06-04", "schedules": []}`
	plan := func(id, child, serviceID string) string {
		return `{"id": "` + id + `", "child_id": "` + child + `", "kind": "IEP", "services": [` + strings.Replace(service, "%s", serviceID, 1) + `]}`
	}
	decision := `"decisions": [{"service_id": "speech", "date": "2025-03-04", "owed": "yes"}]`
	children := `"children": [{"id": "a"}, {"id": "b"}], `
	accepted(t, "one child", frame(children+`"plans": [`+plan("p", "a", "sp")+`], `+decision))
	refused(t, "two children", frame(children+`"plans": [`+plan("p", "a", "sp")+`, `+plan("q", "b", "bo")+`], `+decision),
		"decisions[0].service_id: series_of_two")
}
