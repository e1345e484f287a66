package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

// serviceTitle is what a service is called: its kind, and whether it is
// consultation, whose minutes stand apart.
func serviceTitle(service *iep.Service) string {
	if service.Consult() {
		return words.Put("service.consult", "service", words.Service(service.Type))
	}
	return words.Service(service.Type)
}

// title is what a service is called among all of its child's: where another
// sheet has the same name, it says of which plan or agency it is.
func (s *sheet) title(v *ledger.Version) string {
	text := serviceTitle(v.Service)
	if s.besides == nil {
		s.besides = map[string]string{}
		for _, series := range s.Ledger.Series {
			s.besides[seriesID(series)] = apart(s.Ledger.Series, series)
		}
	}
	if of := s.besides[v.Plan.ChildID+"/"+v.Service.Series()]; of != "" {
		return words.Put("service.of", "service", text, "which", of)
	}
	return text
}

// titleOf is what a series is called by its version of today.
func (s *sheet) titleOf(series *ledger.Series) string { return s.title(series.VersionOn(s.Today)) }

// apart is what tells a series from the others of one name and child: the kind
// of its plan, its agency, or nothing.
func apart(all []*ledger.Series, series *ledger.Series) string {
	var parts []string
	mine := series.VersionOn(day.Last)
	for _, other := range all {
		v := other.VersionOn(day.Last)
		if other == series || other.ChildID != series.ChildID || serviceTitle(v.Service) != serviceTitle(mine.Service) {
			continue
		}
		part := mine.Service.Agency
		if v.Plan.Kind != mine.Plan.Kind {
			part = words.Put("plan." + string(mine.Plan.Kind))
		} else if v.Service.Agency == mine.Service.Agency {
			part = ""
		}
		if part = say.Plain(part); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return words.And(parts)
}

// givers are the names of those who give a service on a day; empty when nobody
// is written down.
func (s *sheet) givers(v *ledger.Version, on day.Day) string {
	return giverNames(s.Record.Givers(v.Plan.ChildID, v.Service, on))
}

// giverNames are names made fit for a line: each session of a year says them.
func giverNames(givers []record.Giver) string {
	var names []string
	for _, g := range givers {
		names = append(names, say.Plain(g.Name))
	}
	return words.And(names)
}
