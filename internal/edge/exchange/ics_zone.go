package exchange

import (
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"midweek/internal/core/day"
)

// A stamp is a day or a time as a feed writes it.
type stamp struct {
	on   day.Day
	at   day.Clock      // none for a whole day
	zone *time.Location // nil: the school's own
}

// midnight says whether the stamp is the very beginning of its day.
func (s stamp) midnight() bool { return s.at == day.At(0, 0) }

// in is the stamp on the clocks of a zone. A whole day, and a time of no known
// zone, stay as they are written.
func (s stamp) in(zone *time.Location) stamp {
	if !s.at.Known() || s.zone == nil || zone == nil || s.zone == zone {
		return s
	}
	y, m, d := s.on.Civil()
	t := time.Date(y, time.Month(m), d, s.at.Minutes()/60, s.at.Minutes()%60, 0, 0, s.zone).In(zone)
	return stamp{on: day.FromTime(t), at: day.At(t.Hour(), t.Minute()), zone: zone}
}

// zones finds time zones by their names, each once.
type zones struct{ found map[string]*time.Location }

// named is the zone of a name as calendar programs write it, or nil.
func (z *zones) named(name string) *time.Location {
	if zone, ok := z.found[name]; ok {
		return zone
	}
	zone := zoneOf(name)
	if len(z.found) < 100 {
		z.found[name] = zone
	}
	return zone
}

// zoneOf knows the names of the zone database, those names behind a path, and
// the names that Windows gives American zones.
func zoneOf(name string) *time.Location {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if iana, ok := windowsZones[name]; ok {
		name = iana
	}
	for range 6 {
		if name == "" || len(name) > 64 || name == "Local" {
			return nil
		}
		if zone, err := time.LoadLocation(name); err == nil && (strings.Contains(name, "/") || name == "UTC" ||
			name == "GMT") {
			return zone
		}
		_, after, found := strings.Cut(name, "/")
		if !found {
			return nil
		}
		name = after
	}
	return nil
}

// windowsZones are the zones of the United States as Windows, Exchange and
// some web calendars name them (CLDR windowsZones).
var windowsZones = map[string]string{
	"Eastern Standard Time": "America/New_York", "Eastern Daylight Time": "America/New_York", "US Eastern Standard Time": "America/Indiana/Indianapolis",
	"Central Standard Time": "America/Chicago", "Central Daylight Time": "America/Chicago",
	"Mountain Standard Time": "America/Denver", "Mountain Daylight Time": "America/Denver", "US Mountain Standard Time": "America/Phoenix",
	"Pacific Standard Time": "America/Los_Angeles", "Pacific Daylight Time": "America/Los_Angeles",
	"Alaskan Standard Time": "America/Anchorage", "Hawaiian Standard Time": "Pacific/Honolulu", "Aleutian Standard Time": "America/Adak",
	"Atlantic Standard Time": "America/Puerto_Rico", "SA Western Standard Time": "America/Puerto_Rico", "West Pacific Standard Time": "Pacific/Guam",
	"Eastern": "America/New_York", "Central": "America/Chicago", "Mountain": "America/Denver", "Pacific": "America/Los_Angeles",
	"Eastern Time": "America/New_York", "Central Time": "America/Chicago", "Mountain Time": "America/Denver", "Pacific Time": "America/Los_Angeles",
	"(UTC-05:00) Eastern Time (US & Canada)": "America/New_York", "(UTC-06:00) Central Time (US & Canada)": "America/Chicago",
	"(UTC-07:00) Mountain Time (US & Canada)": "America/Denver", "(UTC-08:00) Pacific Time (US & Canada)": "America/Los_Angeles",
	"EST": "America/New_York", "CST": "America/Chicago", "MST": "America/Denver", "PST": "America/Los_Angeles",
	"EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
	"UTC": "UTC", "GMT": "UTC", "Coordinated Universal Time": "UTC",
}
