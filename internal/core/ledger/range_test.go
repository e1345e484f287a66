package ledger_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"midweek/internal/core/coretest"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/record"
)

// The two ends are what the record comes to once every unknown session is
// written down: all as given, or all as missed. Row for row, period for period
// and sum for sum, not only in the totals.
func TestTheEndsOfARangeAreTheRecordFilledIn(t *testing.T) {
	always(t, func(v view) {
		l := v.compute(v.record, v.asOf)
		for _, status := range []iep.Status{iep.Delivered, iep.Missed} {
			filled, _ := filledIn(v.record, l, func() iep.Status { return status })
			anew := v.compute(filled, v.asOf)
			for _, s := range l.Series {
				end := s.Range().AllGiven
				if status == iep.Missed {
					end = s.Range().AllMissed
				}
				if got, want := supposedText(end), supposedText(anew.Find(s.ID, s.ChildID)); got != want {
					v.Fatalf("all %s:\n%s\nfilled in:\n%s", status, got, want)
				}
			}
		}
	})
}

// Whichever of the unknown sessions turn out given and the others missed, every
// sum lies between its ends, but for the two cases that Range names.
func TestEveryFillingInLiesBetweenTheEnds(t *testing.T) {
	always(t, func(v view) {
		l := v.compute(v.record, v.asOf)
		if namesUnknown(v.record, l) {
			return
		}
		filled, n := filledIn(v.record, l, func() iep.Status {
			return rapid.SampledFrom([]iep.Status{iep.Delivered, iep.Missed}).Draw(v.T, "turned out")
		})
		if n == 0 {
			return
		}
		anew := v.compute(filled, v.asOf)
		for _, s := range l.Series {
			if v.Series = s; slices.ContainsFunc(s.Versions, countsLess) {
				continue
			}
			r, after := s.Range(), anew.Find(s.ID, s.ChildID)
			for name, number := range totals {
				low, high := r.Of(number)
				v.no(number(after) < low || number(after) > high, "%s: %d is not between %d and %d", name, number(after), low, high)
			}
		}
	})
}

var totals = map[string]func(*ledger.Series) int{
	"missed":     (*ledger.Series).Missed,
	"given":      func(s *ledger.Series) int { return s.Summary.Delivered },
	"owed":       func(s *ledger.Series) int { return s.Summary.Owed },
	"made up":    func(s *ledger.Series) int { return s.Summary.MadeUp },
	"open":       func(s *ledger.Series) int { return s.Summary.OpenOwed },
	"ask":        func(s *ledger.Series) int { return s.Summary.Undecided },
	"for record": (*ledger.Series).ForTheRecord,
}

// A range is computed beside the ledger and leaves it as it is; where all is
// filled in, it is the ledger.
func TestARangeLeavesTheLedgerAsItIs(t *testing.T) {
	everySeries(t, func(v view) {
		before := textOfSeries(v.Series)
		r := v.Range()
		v.no(textOfSeries(v.Series) != before, "the ledger was changed")
		v.want("unknown", len(v.NotFilledIn()), r.Unknown)
		v.want("unknown at the end where all was given", 0, r.AllGiven.Summary.UnrecordedSessions)
		v.want("unknown at the end where all was missed", 0, r.AllMissed.Summary.UnrecordedSessions)
		v.no(r.Unknown == 0 && (r.AllGiven != v.Series || r.AllMissed != v.Series), "nothing is unknown, and the ends are others")
	})
}

// filledIn is a record with a row for every unknown slot of its ledger, which
// names the slot, and how many those are.
func filledIn(r *record.Record, l *ledger.Ledger, status func() iep.Status) (*record.Record, int) {
	c, n := coretest.Copy(r), 0
	for _, s := range l.Series {
		for i := range s.Slots {
			slot := &s.Slots[i]
			if slot.State != ledger.Unrecorded {
				continue
			}
			if slot.Unsure != nil {
				c.Sessions = slices.DeleteFunc(c.Sessions, func(row iep.Session) bool { return row.ID == slot.Unsure.ID })
			}
			n++
			c.Sessions = append(c.Sessions, iep.Session{
				ID: fmt.Sprintf("filled in %d", n), ServiceID: slot.Version.Service.ID, ScheduleID: slot.Schedule.ID,
				Date: slot.Date, Kind: iep.Regular, Status: status(),
			})
		}
	}
	return c, n
}

// supposedText is a series in which a row that fills in a slot has no id, as
// one that is supposed has none.
func supposedText(s *ledger.Series) string {
	lines := strings.Split(textOfSeries(s), "\n")
	for i, line := range lines {
		if before, after, ok := strings.Cut(line, "row filled in "); ok {
			_, after, _ = strings.Cut(after, ":")
			lines[i] = before + "row :" + after
		}
	}
	return strings.Join(lines, "\n")
}

// countsLess says whether a session may count less towards a period that is
// judged as a whole than it lasts.
func countsLess(v *ledger.Version) bool {
	required := v.Service.Requirement
	return v.Basis == policy.ByPeriod && required.Unit == iep.Sessions &&
		slices.ContainsFunc(v.Service.Schedules, func(s iep.Schedule) bool { return s.Minutes > v.Service.SessionMinutes() })
}

// namesUnknown says whether a make-up names a session that is not filled in, or
// a day of a period, judged as a whole, in which there is one.
func namesUnknown(r *record.Record, l *ledger.Ledger) bool {
	for i := range r.Sessions {
		for _, id := range r.Sessions[i].MakeupFor {
			for _, s := range l.Series {
				if s.Range().Unknown > 0 && namesUnknownOf(s, id) {
					return true
				}
			}
		}
	}
	return false
}

func namesUnknownOf(s *ledger.Series, id string) bool {
	for _, on := range s.NotFilledIn() {
		if strings.HasPrefix(id, s.ID+":"+on.String()) {
			return true
		}
		for i := range s.Periods {
			if p := &s.Periods[i]; p.ByPeriod() && p.Span.Holds(on) && namesDayOf(s, p, id) {
				return true
			}
		}
	}
	return false
}

func namesDayOf(s *ledger.Series, p *ledger.Period, id string) bool {
	rest, ours := strings.CutPrefix(id, s.ID+":")
	date, _, _ := strings.Cut(rest, ":")
	on, err := day.Parse(date)
	return ours && err == nil && p.Span.Holds(on)
}
