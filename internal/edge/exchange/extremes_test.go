package exchange_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// extremes are the far ends of what a record may say.
var extremes = map[string][]string{
	"calendars[0].first_day":         {`"1900-01-01"`, `"1900-01-02"`, `"2199-12-31"`, `"2025-03-20"`},
	"calendars[0].last_day":          {`"2199-12-31"`, `"1900-01-01"`, `"2025-03-20"`, `"2025-03-19"`},
	"calendars[0].school_weekdays":   {`["SU"]`, `["MO","TU","WE","TH","FR","SA","SU"]`, `[]`},
	"calendars[0].closures":          {`[]`, `[{"start": "1900-01-01", "end": "2199-12-31", "kind": "weather"}]`, `[{"start": "1900-01-01", "end": "2199-12-31"}]`},
	"calendars[0].terms":             {`[]`, `[{"start": "1900-01-01", "end": "2199-12-31"}]`, `[{"start": "2025-03-20", "end": "2025-03-20"}, {"start": "2025-03-20", "end": "2025-03-20"}]`},
	"calendars[0].extra_school_days": {`[{"date": "1900-01-01"}, {"date": "2199-12-31"}]`},
	"calendars[0].early_release": {`[{"start": "1900-01-01", "end": "2199-12-31", "dismissal": "00:00", "opening": "23:59"}]`,
		`[{"start": "2024-09-02", "end": "2025-05-30", "weekdays": ["SU"]}]`},
	"calendars[0].noted_days":    {`[]`, `[{"start": "1900-01-01", "end": "2199-12-31", "kind": "remote"}]`},
	"plans[0].calendar_ids":      {`[]`, `["y1", "y1"]`},
	"plans[0].policy_id":         {`null`},
	"plans[0].start":             {`null`, `"2199-12-31"`},
	"plans[0].services[0].start": {`"1900-01-01"`, `"2199-12-31"`},
	"plans[0].services[0].end":   {`"2199-12-31"`, `"1900-01-01"`},
	"plans[0].services[0].requirement": {
		`null`, `{"unit": "minutes", "amount": 100000, "period": "week", "every": 53}`, `{"unit": "minutes", "amount": 1, "period": "month"}`,
		`{"unit": "sessions", "amount": 100000, "period": "quarter", "minutes_per_session": 1440}`, `{"unit": "sessions", "amount": 1, "period": "year"}`,
	},
	"plans[0].services[0].schedules[0].rrule": {
		`"FREQ=DAILY"`, `"FREQ=DAILY;INTERVAL=2;COUNT=1"`, `"FREQ=WEEKLY;INTERVAL=53;BYDAY=SU;WKST=SU"`, `"FREQ=MONTHLY;BYDAY=-5MO"`, `"FREQ=MONTHLY;BYMONTHDAY=-31"`,
		`"FREQ=YEARLY"`, `"FREQ=WEEKLY;UNTIL=20250101"`, `"FREQ=WEEKLY;UNTIL=18991231"`, `"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"`,
	},
	"plans[0].services[0].schedules[0].from":                   {`"1900-01-01"`, `"2199-12-31"`, `"2024-02-29"`},
	"plans[0].services[0].schedules[0].to":                     {`null`, `"2199-12-31"`},
	"plans[0].services[0].schedules[0].start_time":             {`null`, `"00:00"`, `"23:59"`},
	"plans[0].services[0].schedules[0].minutes":                {`1`, `1440`},
	"plans[0].services[0].schedules[0].extra_dates":            {`["1900-01-01", "1900-01-01", "2199-12-31"]`},
	"plans[0].services[0].schedules[0].ignore_school_calendar": {`false`},
	"plans[0].services[0].schedules[1].cycle": {
		`null`, `{"length": 20, "days": [20, 1], "first": "2024-08-12", "closed": "skip"}`, `{"length": 2, "days": [1, 2], "first": "2025-03-20", "closed": "slide"}`,
	},
	"plans[0].services[0].schedules[2].weeks": {`null`, `{"of": 52, "on": [52], "from": "1900-01-01"}`, `{"of": 2, "on": [1, 2], "from": "2199-12-31"}`},
	"plans[0].claims":                         {`[]`, `[{"id": "all", "start": "1900-01-01", "end": "2199-12-31"}]`},
	"sessions[0].date":                        {`"1900-01-01"`, `"2199-12-31"`, `"2025-03-20"`},
	"sessions[0].kind":                        {`"makeup"`, `"extra"`},
	"sessions[0].minutes":                     {`0`, `1440`},
	"sessions[0].makeup_for":                  {`["sp:1900-01-01", "sp:1900-01-01:not_scheduled", "sp:2199-12-31:tue", "", "sp"]`},
	"decisions[0].date":                       {`"1900-01-01"`, `"2199-12-31"`},
	"decisions[0].decided_on":                 {`null`, `"1900-01-01"`, `"2199-12-31"`},
	"policies[0].deadline":                    {`{"days": 0}`, `{"days": 36500}`, `null`},
	"policies[0].obligation_basis":            {`"period"`, `null`},
	"policies[0].over_delivery":               {`"none"`},
	"policies[0].owed":                        {`{"not_scheduled": "no", "school_closed_scheduled": "yes"}`, `{}`},
	"esy[0].start":                            {`"1900-01-01"`},
	"esy[0].end":                              {`"2199-12-31"`},
	"esy[0].makeup_capacity":                  {`{"sp": 100000, "ot-1": 1}`, `{"sp": 0}`},
}

// However far apart the ends of a record lie, it is refused or computed.
func TestAnyMixOfExtremesIsRefusedOrComputed(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		root := tree(t, load(t, whole))
		for _, path := range slices.Sorted(maps.Keys(extremes)) {
			if !rapid.Bool().Draw(r, path) {
				continue
			}
			steps := step.FindAllString(path, -1)
			parent := at(t, root, steps[:len(steps)-1]).(map[string]any)
			parent[steps[len(steps)-1]] = json.RawMessage(rapid.SampledFrom(extremes[path]).Draw(r, path))
		}
		readComputeAndWrite(t, compact(t, root))
	})
}
