package exchange

import (
	"strings"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// stampOf reads a day or a time of a property: 20241004, 20241004T083000,
// with a Z for UTC, or written with hyphens. VALUE=DATE makes a day of it,
// whatever stands behind the date.
func (x *expander) stampOf(p property, value string) (stamp, error) {
	value = strings.TrimSpace(value)
	date, clock, timed := strings.Cut(strings.ToUpper(value), "T")
	if !timed {
		date, clock, timed = strings.Cut(date, " ")
	}
	date = strings.ReplaceAll(date, "-", "")
	bad := refusal.New(refusal.EventDate, "text", value)
	if len(date) != len("20060102") {
		return stamp{}, bad
	}
	on, err := day.Parse(date[:4] + "-" + date[4:6] + "-" + date[6:])
	if err != nil {
		return stamp{}, bad
	}
	if !timed || strings.EqualFold(p.params["VALUE"], "DATE") {
		return stamp{on: on}, nil
	}
	clock, utc := strings.CutSuffix(strings.ReplaceAll(clock, ":", ""), "Z")
	if len(clock) < len("1504") {
		return stamp{}, bad
	}
	at, err := day.ParseClock(clock[:2] + ":" + clock[2:4])
	if err != nil {
		return stamp{}, bad
	}
	return stamp{on: on, at: at, zone: x.zoneOf(p, utc)}, nil
}

// zoneOf is the zone of a time: UTC, or the one it names, or nil.
func (x *expander) zoneOf(p property, utc bool) *time.Location {
	name := p.params["TZID"]
	switch {
	case utc:
		return time.UTC
	case name == "":
		return nil
	}
	zone := x.zones.named(name)
	if zone == nil && !x.unknown[name] {
		x.unknown[name] = true
		x.tell(p.line, refusal.New(refusal.ZoneUnknown, "name", name))
	}
	return zone
}

// local is a time as the school's clocks show it. Where the feed does not say
// which clocks those are, a time in UTC has no hour to us, and the day is the
// one that holds it in all of the United States from the Atlantic to Hawaii's
// morning.
func (x *expander) local(s stamp) stamp {
	if s.zone == time.UTC && x.home == nil {
		if s.at < day.At(6, 0) {
			s.on--
		}
		return stamp{on: s.on, at: day.NoClock}
	}
	return s.in(x.home)
}

// homeOf finds the school's own zone: the one that the feed names, or defines
// alone, or uses most.
func homeOf(raw *rawFeed, z *zones) *time.Location {
	if zone := z.named(raw.zone); zone != nil {
		return zone
	}
	if len(raw.zones) == 1 {
		if zone := z.named(raw.zones[0]); zone != nil {
			return zone
		}
	}
	uses, most := map[string]int{}, ""
	for _, e := range raw.events {
		if p, ok := e.get("DTSTART"); ok && p.params["TZID"] != "" {
			name := p.params["TZID"]
			uses[name]++
			if uses[name] > uses[most] || uses[name] == uses[most] && name < most {
				most = name
			}
		}
	}
	return z.named(most)
}

// longestEvent is how many days an event may take by its duration.
const longestEvent = 400

// durationOf reads P1D, PT1H30M, P1W: days and minutes. A longer one than any
// event has is none.
func durationOf(text string) (days, minutes int, ok bool) {
	text, ok = strings.CutPrefix(strings.ToUpper(strings.TrimSpace(text)), "P")
	if !ok || text == "" {
		return 0, 0, false
	}
	n, timed := 0, false
	for _, c := range text {
		switch {
		case '0' <= c && c <= '9':
			n = min(n*10+int(c-'0'), 1_000_000)
			continue
		case c == 'T':
			timed = true
		case c == 'W':
			days += 7 * n
		case c == 'D':
			days += n
		case c == 'H':
			minutes += 60 * n
		case c == 'M' && timed:
			minutes += n
		case c != 'S':
			return 0, 0, false
		}
		n = 0
	}
	days, minutes = days+minutes/(24*60), minutes%(24*60)
	return days, minutes, days <= longestEvent
}
