package store

import "midweek/internal/core/iep"

var sessions = table[iep.Session]{
	name: "sessions",
	columns: "service_id, schedule_id, on_day, start_time, kind, status, minutes, reason, makeup_for, note, mode, " +
		"known_by, entered_at, said_by, began, ended, group_size, approximate, arrangement_id, unknown",
	cells: func(s *iep.Session) []any {
		return []any{
			s.ServiceID, text(s.ScheduleID), dayCell(s.Date), clockCell(s.StartTime), string(s.Kind),
			string(s.Status), number(s.Minutes), text(s.Reason), listed(s.MakeupFor), text(s.Note), text(s.Mode),
			text(s.KnownBy), text(s.EnteredAt), text(s.SaidBy), clockCell(s.Began), clockCell(s.Ended),
			number(s.GroupSize), mark(s.Approximate), text(s.ArrangementID), unknownCell(s.Unknown),
		}
	},
	read: func(r *row) iep.Session {
		return iep.Session{
			ID: r.text(), ServiceID: r.text(), ScheduleID: r.text(), Date: r.day(), StartTime: r.clock(),
			Kind: iep.SessionKind(r.text()), Status: iep.Status(r.text()), Minutes: r.number(),
			Reason: iep.Reason(r.text()), MakeupFor: jsonCell[[]string](r), Note: r.text(), Mode: r.text(),
			KnownBy: r.text(), EnteredAt: r.text(), SaidBy: r.text(), Began: r.clock(), Ended: r.clock(),
			GroupSize: r.number(), Approximate: r.mark(), ArrangementID: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(s *iep.Session) []string { return []string{s.Note, string(s.Reason), s.SaidBy} },
}

// decisions have the noun's id: a row that came without one has it in the record
// too.
var decisions = table[iep.Decision]{
	name:    "decisions",
	columns: "service_id, schedule_id, on_day, owed, decided_on, by, note, unknown",
	cells: func(d *iep.Decision) []any {
		return []any{
			d.ServiceID, text(d.ScheduleID), dayCell(d.Date), string(d.Owed), dayCell(d.DecidedOn),
			text(d.By), text(d.Note), unknownCell(d.Unknown),
		}
	},
	read: func(r *row) iep.Decision {
		return iep.Decision{
			ID: r.text(), ServiceID: r.text(), ScheduleID: r.text(), Date: r.day(), Owed: iep.Owed(r.text()),
			DecidedOn: r.day(), By: r.text(), Note: r.text(), Unknown: r.unknown(),
		}
	},
	words: func(d *iep.Decision) []string { return []string{d.By, d.Note} },
}
