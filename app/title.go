package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/say"
)

// title is what a version of a service is called among all of its child's.
func (s *sheet) title(v *ledger.Version) string { return s.titleIn(v.Plan.ChildID, v.Service) }

// titleIn is what a service of a child is called among all of its: where
// another sheet has the same name, it says of which plan or agency it is.
func (s *sheet) titleIn(childID string, service *iep.Service) string {
	text := words.Title(service)
	if s.besides == nil {
		s.besides = map[string]string{}
		for _, series := range s.Ledger.Series {
			s.besides[seriesID(series)] = s.besideOthers(series)
		}
	}
	if of := s.besides[childID+"/"+service.Series()]; of != "" {
		return words.Put("service.of", "service", text, "which", of)
	}
	return text
}

// titleOf is what a series is called by its version of today.
func (s *sheet) titleOf(series *ledger.Series) string { return s.title(series.VersionOn(s.Today)) }

// besideOthers is what tells a series from the others of one name and child: that
// it is of a summer program, the kind of its plan, its agency, or nothing.
func (s *sheet) besideOthers(series *ledger.Series) string {
	var parts []string
	mine := series.VersionOn(day.Last)
	for _, other := range s.Ledger.Series {
		v := other.VersionOn(day.Last)
		if other == series || other.ChildID != series.ChildID || words.Title(v.Service) != words.Title(mine.Service) {
			continue
		}
		part := mine.Service.Agency
		if ours := s.Record.Summer(mine.Plan.ID) != nil; ours != (s.Record.Summer(v.Plan.ID) != nil) {
			part = ""
			if ours {
				part = words.Put("summers.of")
			}
		} else if v.Plan.Kind != mine.Plan.Kind {
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
