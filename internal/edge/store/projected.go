package store

import (
	"database/sql"
	"fmt"

	"midweek/internal/core/calendar"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// Projected is the record as it was last folded, and the heads of the chains
// that it was folded from. It is right when these are the heads of the acts
// (Heads); else Rebuild is due. A projection that another version of the
// program wrote is not read: there is no record, and Rebuild is due too.
func (s *Store) Projected() (*record.Record, []history.Hash, error) {
	var r *record.Record
	var heads []history.Hash
	err := s.read("read the record", func(db *sql.DB) error {
		if mine, err := foldedHere(db); err != nil || !mine {
			return err
		}
		var folded string
		err := db.QueryRow("SELECT value FROM meta WHERE key = 'heads'").Scan(&folded)
		if err != nil {
			return err
		}
		heads = hashList(folded)
		r, err = projected(db)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return r, heads, nil
}

func projected(db *sql.DB) (*record.Record, error) {
	r := &record.Record{}
	for _, load := range []func() error{
		func() (err error) { r.Children, err = children.list(db); return },
		func() (err error) { r.Calendars, err = readCalendars(db); return },
		func() (err error) { r.Policies, err = readPolicies(db); return },
		func() (err error) { r.Plans, err = readPlans(db); return },
		func() (err error) { r.Sessions, err = sessions.list(db); return },
		func() (err error) { r.Decisions, err = decisions.list(db); return },
		func() (err error) { r.Requests, err = requests.list(db); return },
		func() (err error) { r.Meetings, err = meetings.list(db); return },
		func() (err error) { r.ESY, err = esy.list(db); return },
		func() (err error) { r.Carryovers, err = carryovers.list(db); return },
		func() (err error) { r.Contacts, err = readContacts(db); return },
		func() (err error) { r.Notes, err = notes.list(db); return },
		func() (err error) { r.Promises, err = promises.list(db); return },
		func() (err error) { r.Removals, err = removals.list(db); return },
		func() (err error) { r.Attachments, err = readAttachments(db); return },
		func() (err error) { r.Arrangements, err = readArrangements(db); return },
		func() (err error) { r.Unknown, err = readUnknown(db); return },
	} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// readPart reads a part's rows in order, each with the id of the noun that it
// belongs to.
func readPart[T any](db *sql.DB, p *part[T], add func(id string, r *row)) error {
	rows, err := db.Query("SELECT " + p.of + ", " + p.columns + " FROM " + p.name + " ORDER BY " + p.of + ", nr")
	if err != nil {
		return err
	}
	defer rows.Close()
	if err := eachRow(rows, func(r *row) { add(r.text(), r) }); err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

func readCalendars(db *sql.DB) ([]calendar.SchoolYear, error) {
	years, err := calendars.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*calendar.SchoolYear{}
	for i := range years {
		byID[years[i].ID] = &years[i]
	}
	for i, add := range []func(*calendar.SchoolYear, *row){
		func(y *calendar.SchoolYear, r *row) { y.Closures = append(y.Closures, readClosure(r)) },
		func(y *calendar.SchoolYear, r *row) { y.PartialDays = append(y.PartialDays, readShort(r)) },
		func(y *calendar.SchoolYear, r *row) { y.ExtraDays = append(y.ExtraDays, readExtra(r)) },
		func(y *calendar.SchoolYear, r *row) { y.NotedDays = append(y.NotedDays, readNoted(r)) },
		func(y *calendar.SchoolYear, r *row) { y.Terms = append(y.Terms, readTerm(r)) },
	} {
		err := readPart(db, &calendars.parts[i], func(id string, r *row) { add(byID[id], r) })
		if err != nil {
			return nil, err
		}
	}
	return years, nil
}

func readPlans(db *sql.DB) ([]iep.Plan, error) {
	list, err := plans.list(db)
	if err != nil {
		return nil, err
	}
	placed, err := services.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*record.PlacedService{}
	for i := range placed {
		byID[placed[i].ID] = &placed[i]
	}
	err = readPart(db, &services.parts[0], func(id string, r *row) {
		byID[id].Schedules = append(byID[id].Schedules, readSchedule(r))
	})
	if err != nil {
		return nil, err
	}
	return list, completePlans(db, list, placed)
}

// completePlans puts the claims and every service into their plans, in order.
func completePlans(db *sql.DB, list []iep.Plan, placed []record.PlacedService) error {
	byID := map[string]*iep.Plan{}
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	for _, s := range placed {
		if p := byID[s.PlanID]; p != nil {
			p.Services = append(p.Services, s.Service)
		}
	}
	return readPart(db, &plans.parts[0], func(id string, r *row) {
		byID[id].Claims = append(byID[id].Claims, readClaim(r))
	})
}

func readPolicies(db *sql.DB) ([]policy.Policy, error) {
	list, err := policies.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*policy.Policy{}
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return list, readPart(db, &policies.parts[0], func(id string, r *row) {
		byID[id].Changes = append(byID[id].Changes, readChange(r))
	})
}

func readContacts(db *sql.DB) ([]iep.Contact, error) {
	list, err := contacts.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*iep.Contact{}
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return list, readPart(db, &contacts.parts[0], func(id string, r *row) {
		byID[id].Roles = append(byID[id].Roles, readRole(r))
	})
}

func readAttachments(db *sql.DB) ([]iep.Attachment, error) {
	list, err := attachments.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*iep.Attachment{}
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return list, readPart(db, &attachments.parts[0], func(id string, r *row) {
		byID[id].Of = append(byID[id].Of, readRef(r))
	})
}

func readArrangements(db *sql.DB) ([]iep.Arrangement, error) {
	list, err := arrangements.list(db)
	if err != nil {
		return nil, err
	}
	byID := map[string]*iep.Arrangement{}
	for i := range list {
		byID[list[i].ID] = &list[i]
	}
	return list, readPart(db, &arrangements.parts[0], func(id string, r *row) {
		byID[id].Steps = append(byID[id].Steps, readStep(r))
	})
}

// readUnknown are the fields beside the lists, from the files that were taken
// in. A field of an earlier file gives way to a later one's.
func readUnknown(db *sql.DB) (iep.Unknown, error) {
	taken, err := imports.list(db)
	if err != nil {
		return nil, err
	}
	var all iep.Unknown
	for _, i := range taken {
		for name, value := range i.Unknown {
			if all == nil {
				all = iep.Unknown{}
			}
			if !record.IsList(name) {
				all[name] = value
			}
		}
	}
	return all, nil
}
