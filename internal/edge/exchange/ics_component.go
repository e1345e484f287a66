package exchange

import (
	"strconv"
	"strings"

	"midweek/internal/core/refusal"
)

// A rawFeed is a feed's parts that are of use, before any day is worked out.
type rawFeed struct {
	name     string
	zone     string   // X-WR-TIMEZONE
	zones    []string // the names of the zones that it defines
	called   bool     // METHOD:CANCEL
	events   []*rawEvent
	problems []Problem
}

// A rawEvent is one VEVENT.
type rawEvent struct {
	line  int
	props map[string][]property
}

// keptOfEvent are the properties of an event that are kept.
var keptOfEvent = map[string]bool{
	"SUMMARY": true, "DESCRIPTION": true, "X-ALT-DESC": true, "CATEGORIES": true, "LOCATION": true, "UID": true, "SEQUENCE": true,
	"STATUS": true, "DTSTART": true, "DTEND": true, "DURATION": true, "RRULE": true, "RDATE": true, "EXDATE": true,
	"RECURRENCE-ID": true, "LAST-MODIFIED": true, "DTSTAMP": true, "X-MICROSOFT-CDO-ALLDAYEVENT": true,
}

// mostOfOne is how many lines of one name an event may have.
const mostOfOne = maxDates

func (e *rawEvent) get(name string) (property, bool) {
	if list := e.props[name]; len(list) > 0 {
		return list[0], true
	}
	return property{}, false
}

func (e *rawEvent) text(name string) string {
	p, _ := e.get(name)
	return p.unescaped()
}

// components reads the lines of a feed into its parts. What stands inside an
// event's alarms is passed over, however deep it lies.
type components struct {
	rawFeed
	event *rawEvent
	last  *property // the text that a line without a name goes on
	deep  int       // of the parts inside the event
	zone  bool      // inside a VTIMEZONE
}

func readComponents(data []byte) (*rawFeed, error) {
	var c components
	for l := range feedLines(data) {
		p, ok := readProperty(l)
		if !ok {
			c.stray(l)
			continue
		}
		if p.name == "BEGIN" && strings.EqualFold(strings.TrimSpace(p.value), "VEVENT") && len(c.events) == maxEvents {
			return nil, refusal.New(refusal.TooManyEvents, "limit", strconv.Itoa(maxEvents))
		}
		c.take(p)
	}
	c.unended()
	return &c.rawFeed, nil
}

// stray is a line without a name: a line break that stood bare in a text.
func (c *components) stray(l feedLine) {
	if c.last != nil && len(c.last.value) < maxFeedLine {
		c.last.value += `\n` + textOf(l.text)
	}
}

func (c *components) take(p property) {
	part := strings.ToUpper(strings.TrimSpace(p.value))
	switch {
	case p.name == "BEGIN" && part == "VEVENT":
		c.unended()
		c.event, c.deep = &rawEvent{line: p.line, props: map[string][]property{}}, 0
		c.events = append(c.events, c.event)
		c.last = nil
	case p.name == "END" && part == "VEVENT":
		c.event, c.last = nil, nil
	case p.name == "END" && part == "VCALENDAR":
		c.unended()
	case c.event != nil:
		c.inEvent(p)
	case p.name == "BEGIN" || p.name == "END":
		c.zone = p.name == "BEGIN" && part == "VTIMEZONE" || c.zone && part != "VTIMEZONE"
	default:
		c.outside(p)
	}
}

// inEvent takes a property of the event itself.
func (c *components) inEvent(p property) {
	switch {
	case p.name == "BEGIN":
		c.deep++
	case p.name == "END":
		c.deep = max(c.deep-1, 0)
	case c.deep > 0 || !keptOfEvent[p.name] || len(c.event.props[p.name]) >= mostOfOne:
		c.last = nil
	default:
		c.event.props[p.name] = append(c.event.props[p.name], p)
		c.last = nil
		if p.name == "DESCRIPTION" || p.name == "SUMMARY" {
			c.last = &c.event.props[p.name][len(c.event.props[p.name])-1]
		}
	}
}

// outside takes a property of the calendar or of a zone.
func (c *components) outside(p property) {
	switch p.name {
	case "X-WR-CALNAME":
		c.name = p.unescaped()
	case "X-WR-TIMEZONE":
		c.rawFeed.zone = p.value
	case "METHOD":
		c.called = strings.EqualFold(p.value, "CANCEL")
	case "TZID":
		if c.zone {
			c.zones = append(c.zones, p.value)
		}
	}
}

// unended tells of an event that has no end. What it says is read all the
// same.
func (c *components) unended() {
	if c.event != nil {
		c.problems = append(c.problems, Problem{c.event.line, refusal.New(refusal.EventUnended)})
		c.event, c.last = nil, nil
	}
}
