package app

import (
	"net/url"
	"slices"
	"strings"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// href is an address of the page: a screen, and where in it.
func href(screen string, rest ...string) string {
	parts := []string{"#", url.PathEscape(screen)}
	for _, part := range rest {
		parts = append(parts, url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}

func keyOf(noun history.Noun, id string) history.Key { return history.Key{Noun: noun, ID: id} }

// entryHref is the address of the page at which an entry of the record stands;
// empty where none shows it.
func (s *sheet) entryHref(k history.Key) string {
	switch k.Noun {
	case history.Child, history.Plan, history.Service:
		return href("family", string(k.Noun), k.ID)
	case history.Policy:
		if plan := s.planUnder(k.ID); plan != nil {
			return href("rule", plan.ID)
		}
	case history.ESY:
		return href("family", "summer", k.ID)
	case history.Calendar:
		return href("family", "years", "year", k.ID)
	case history.Request, history.Meeting:
		return href("family", "dates", string(k.Noun), k.ID)
	case history.Session:
		return s.rowHref(k.ID)
	case history.Decision:
		if d := byID(s.Record.Decisions, k.ID, func(d *iep.Decision) string { return d.ID }); d != nil {
			if series := s.seriesOf(d.ServiceID); series != nil {
				return href("owed", seriesID(series))
			}
		}
	case history.Carryover:
		return href("summer")
	case history.Contact:
		return href("people")
	case history.Arrangement:
		if a := s.Arrangement(k.ID); a != nil {
			return href("makeup", a.ChildID+"/"+a.SeriesID)
		}
	case history.Note, history.Promise, history.Removal:
		return href("notes")
	case history.Attachment:
		return href("papers", "show", k.ID)
	}
	return ""
}

// planUnder is a plan that follows a set of answers, or nil.
func (s *sheet) planUnder(policyID string) *iep.Plan {
	return byID(s.Record.Plans, policyID, func(p *iep.Plan) string { return p.PolicyID })
}

// rowHref is the address of the log with the form of a session open: of a row by
// its id, or of a planned session by its key. Empty where there is neither.
func (s *sheet) rowHref(id string) string {
	var series *ledger.Series
	var on day.Day
	if row := s.Row(id); row != nil {
		series, on = s.seriesOf(row.ServiceID), row.Date
	} else if slot := s.Slot(id); slot != nil {
		series, on = s.seriesOf(slot.Version.Service.ID), slot.Date
	}
	if series == nil {
		return ""
	}
	whom := s.child
	if whom != "" {
		whom = series.ChildID
	}
	rest := []string{"all"}
	if label := s.label(whom, on); label != "" {
		rest = append(rest, "year", label)
	}
	return href("log", append(rest, "open", keyIn(series, id))...)
}

// keyIn is what the log knows a session by: the slot that it filled, or the id
// itself.
func keyIn(series *ledger.Series, id string) string {
	for i := range series.Slots {
		if row := series.Slots[i].Entry(); row != nil && row.ID == id {
			return binder.Key(&series.Slots[i])
		}
	}
	return id
}

// byID is the value of an id in a list, or nil.
func byID[T any](list []T, id string, of func(*T) string) *T {
	at := slices.IndexFunc(list, func(value T) bool { return of(&value) == id })
	if at < 0 {
		return nil
	}
	return &list[at]
}
