package app

import (
	"strings"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/open"
)

// entries looks through the record: days by their date, calendars by their
// names, everything else by the index of its words. An entry does not repeat
// whose it is and for what service, so those of the words that are names of
// children or services may be meant that way. The reason of a missed session
// is found as it is said.
func (f *search) entries(found map[string][]finding) error {
	found[groupDays], found[groupCalendar], found[groupPlans] = f.days(), f.calendarDays(), f.plans()
	seen := map[history.Key]bool{}
	f.byGiver(found, seen)
	if err := f.indexed(found, seen, f.wanted, nil); err != nil {
		return err
	}
	rest := f.wanted.missing(f.names()...)
	called := f.wanted.missing(rest...)
	if len(rest) == 0 {
		return nil
	}
	if len(called) > 0 {
		if err := f.indexed(found, seen, rest, called); err != nil {
			return err
		}
	}
	f.byReason(found, seen, rest, called)
	return nil
}

// indexed adds the entries in which the index has all the words, of those that
// are of the children and services called.
func (f *search) indexed(found map[string][]finding, seen map[history.Key]bool, text, called wanted) error {
	hits, err := f.room.Search(strings.Join(text, " "), hitsMost)
	if err != nil {
		return err
	}
	f.rows = f.rowsOf(hits)
	for _, hit := range hits {
		n := f.nouns[hit.Key.Noun]
		if n.find == nil || seen[hit.Key] {
			continue
		}
		if one, there := n.find(f, hit.Key.ID); there && called.in(one.about) {
			seen[hit.Key] = true
			found[n.group] = append(found[n.group], one)
		}
	}
	return nil
}

// byReason adds the sessions that were missed for a reason said in these words.
func (f *search) byReason(found map[string][]finding, seen map[history.Key]bool, text, called wanted) {
	meant := map[iep.Reason]bool{}
	for _, reason := range reasons() {
		meant[iep.Reason(reason.ID)] = text.in(reason.Text)
	}
	for i := range f.Record.Sessions {
		row := &f.Record.Sessions[i]
		if !meant[row.Reason] || seen[history.Key{Noun: history.Session, ID: row.ID}] {
			continue
		}
		if one, there := f.session(row); there && called.in(one.about) {
			found[groupSessions] = append(found[groupSessions], one)
		}
	}
}

// byGiver adds the services that somebody of this name gives, or gave.
func (f *search) byGiver(found map[string][]finding, seen map[history.Key]bool) {
	for _, series := range f.Ledger.Series {
		for _, v := range series.Versions {
			if !f.wanted.in(f.givenBy(v.Plan, v.Service)) {
				continue
			}
			if one, there := f.service(v.Service.ID); there {
				seen[history.Key{Noun: history.Service, ID: v.Service.ID}] = true
				found[f.nouns[history.Service].group] = append(found[f.nouns[history.Service].group], one)
			}
		}
	}
}

// names are the children, the kinds of services, and who gives them.
func (f *search) names() []string {
	var names []string
	for i := range f.Record.Children {
		names = append(names, f.Record.Children[i].Name)
	}
	for _, series := range f.Ledger.Series {
		for _, v := range series.Versions {
			names = append(names, words.Service(v.Service.Type), f.givenBy(v.Plan, v.Service))
		}
	}
	return names
}

// rowsOf are the rows of the log that the index named.
func (f *search) rowsOf(hits []open.Hit) map[string]*iep.Session {
	rows := map[string]*iep.Session{}
	for _, hit := range hits {
		if hit.Key.Noun == history.Session {
			rows[hit.Key.ID] = nil
		}
	}
	if len(rows) == 0 {
		return rows
	}
	for i := range f.Record.Sessions {
		row := &f.Record.Sessions[i]
		if _, meant := rows[row.ID]; meant {
			rows[row.ID] = row
		}
	}
	return rows
}
