package exchange

import (
	"strconv"
	"strings"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/feed"
	"midweek/internal/core/refusal"
)

// An entry is one event with its days worked out, before it is repeated.
type entry struct {
	raw   *rawEvent
	start stamp // as it is written
	event feed.Event
	moves day.Day // the day of the series that it stands for, or none
	seq   int
	since string // when it was last changed
}

// entryOf works an event out, or tells what it lacks.
func (x *expander) entryOf(raw *rawEvent) (*entry, bool) {
	p, ok := raw.get("DTSTART")
	if !ok {
		x.tell(raw.line, refusal.New(refusal.EventNoDay))
		return nil, false
	}
	start, err := x.stampOf(p, p.value)
	if err != nil {
		x.tell(p.line, refusal.From(err))
		return nil, false
	}
	e := &entry{raw: raw, start: start}
	e.event = feed.Event{
		Title: raw.text("SUMMARY"), Description: raw.text("DESCRIPTION"), Location: raw.text("LOCATION"), UID: raw.text("UID"),
		Line: raw.line, Cancelled: x.raw.called || strings.EqualFold(strings.TrimSpace(raw.text("STATUS")), "CANCELLED"),
	}
	if strings.TrimSpace(e.event.Description) == "" {
		e.event.Description = raw.text("X-ALT-DESC")
	}
	for _, p := range raw.props["CATEGORIES"] {
		for c := range strings.SplitSeq(p.unescaped(), ",") {
			e.event.Categories = append(e.event.Categories, strings.TrimSpace(c))
		}
	}
	x.lasts(e)
	x.placed(e)
	return e, true
}

// placed reads what an event says of its own place in a series.
func (x *expander) placed(e *entry) {
	e.seq, _ = strconv.Atoi(strings.TrimSpace(e.raw.text("SEQUENCE")))
	e.since = e.raw.text("LAST-MODIFIED")
	if p, ok := e.raw.get("RECURRENCE-ID"); ok {
		if s, err := x.stampOf(p, p.value); err == nil {
			e.moves = s.on
			if s.zone != nil && !s.midnight() || s.zone == time.UTC && e.start.at.Known() {
				e.moves = x.local(s).on
			}
		} else {
			x.tell(p.line, refusal.From(err))
		}
	}
}

// lasts finds the days of an event and its times.
func (x *expander) lasts(e *entry) {
	end, given := x.endOf(e)
	if e.start.at.Known() && !x.wholeDays(e, end, given) {
		x.timed(e, end, given)
		return
	}
	x.whole(e, end, given)
}

// whole gives an event whole days. Midnights are taken by the dates as they
// are written, in whatever zone: a day off in one is a day off in all.
func (x *expander) whole(e *entry, end stamp, given bool) {
	e.event.AllDay = true
	start := e.start
	asWritten := e.utcMidnights(end, given) || start.zone != time.UTC && start.midnight() || start.zone == time.UTC &&
		x.home == nil
	if !asWritten {
		start = x.local(start)
	}
	e.event.Span = day.Span{First: start.on, Last: start.on}
	if !given {
		return
	}
	if !asWritten {
		end = x.local(end)
	}
	last := end.on
	if end.at.Known() && (end.midnight() || asWritten && start.zone == time.UTC) || !end.at.Known() && !x.inclusive {
		last--
	}
	e.event.Last = max(start.on, last)
}

// endOf is the end of an event as it is written, or by its duration.
func (x *expander) endOf(e *entry) (stamp, bool) {
	if p, ok := e.raw.get("DTEND"); ok {
		end, err := x.stampOf(p, p.value)
		switch {
		case err != nil:
			x.tell(p.line, refusal.From(err))
			return stamp{}, false
		case end.on < e.start.on:
			x.tell(p.line, refusal.New(refusal.EventBackwards))
			return stamp{}, false
		case end.on-e.start.on > longestEvent:
			x.tell(p.line, refusal.New(refusal.EventTooLong, "limit", strconv.Itoa(longestEvent)))
			return stamp{}, false
		case !e.start.at.Known() && end.at.Known():
			end = stamp{on: end.on}
		case e.start.at.Known() && !end.at.Known():
			end.at, end.zone = day.At(0, 0), e.start.zone
		}
		return end, true
	}
	p, ok := e.raw.get("DURATION")
	if !ok {
		return stamp{}, false
	}
	days, minutes, ok := durationOf(p.value)
	if !ok {
		x.tell(p.line, refusal.New(refusal.EventDate, "text", p.value))
		return stamp{}, false
	}
	end := e.start
	end.on += day.Day(days)
	if end.at.Known() {
		if minutes += end.at.Minutes(); minutes >= 24*60 {
			end.on++
			minutes -= 24 * 60
		}
		end.at = day.At(minutes/60, minutes%60)
	} else if x.inclusive && days > 0 {
		end.on--
	}
	return end, true
}

// utcMidnights says whether an event is whole days written as midnights in
// UTC, by a program that knows no zones.
func (e *entry) utcMidnights(end stamp, given bool) bool {
	return e.start.zone == time.UTC && e.start.midnight() && (!given || end.zone == time.UTC && end.midnight())
}

// wholeDays says whether an event with times is meant as whole days: from
// midnight to midnight, or to the last half hour.
func (x *expander) wholeDays(e *entry, end stamp, given bool) bool {
	if strings.EqualFold(strings.TrimSpace(e.raw.text("X-MICROSOFT-CDO-ALLDAYEVENT")), "TRUE") {
		return true
	}
	if e.utcMidnights(end, given) {
		return given && end.on > e.start.on
	}
	if e.start.zone == time.UTC && x.home == nil {
		return given && end.at == e.start.at && end.on > e.start.on && e.start.at >= day.At(4, 0) &&
			e.start.at <= day.At(10, 0)
	}
	start := x.local(e.start)
	if !start.midnight() && !e.start.midnight() {
		return false
	}
	if start.midnight() && given {
		end = x.local(end)
	}
	return !given || end.midnight() || end.at >= day.At(23, 0)
}

// timed gives an event its days and times on the school's clocks. One that
// ends in the early morning belongs to the day before.
func (x *expander) timed(e *entry, end stamp, given bool) {
	start := x.local(e.start)
	e.event.Span = day.Span{First: start.on, Last: start.on}
	e.event.Start = start.at
	if !given {
		return
	}
	end = x.local(end)
	e.event.End = end.at
	e.event.Last = max(start.on, end.on)
	if end.on > start.on && end.at < day.At(6, 0) {
		e.event.Last--
		e.event.End = day.At(23, 59)
	}
}
