package binder

import (
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// Key names a planned slot, and so the regular row of it: two homes that fill
// in the same slot write the same entry.
func Key(s *ledger.Slot) string {
	return s.Version.Service.ID + ":" + s.Date.String() + ":" + s.Schedule.ID
}

// slots are the slots of a ledger by their keys.
func slots(l *ledger.Ledger) map[string]*ledger.Slot {
	byKey := map[string]*ledger.Slot{}
	for _, s := range l.Series {
		for i := range s.Slots {
			byKey[Key(&s.Slots[i])] = &s.Slots[i]
		}
	}
	return byKey
}

// find looks up slots by their keys.
func find(l *ledger.Ledger, keys []string) ([]*ledger.Slot, error) {
	byKey := slots(l)
	found := make([]*ledger.Slot, 0, len(keys))
	for _, key := range keys {
		slot := byKey[key]
		if slot == nil {
			return nil, refusal.New(refusal.NoSuch, "what", "planned session", "id", key)
		}
		found = append(found, slot)
	}
	return found, nil
}

// NotSure are the regular rows that say not sure, by the key of their slot: to
// the ledger they are no row at all, to a person they are an answer. A row
// takes a slot as the ledger lets it: the one of the schedule that it names,
// or one of its day, best at its time.
func (b *Book) NotSure() map[string]*iep.Session {
	waiting := b.unsure()
	rows := map[string]*iep.Session{}
	if len(waiting) == 0 {
		return rows
	}
	open := map[planned][]*ledger.Slot{}
	for _, s := range b.Ledger.Series {
		for i := range s.Slots {
			slot := &s.Slots[i]
			on := planned{slot.Version.Service.ID, slot.Date}
			if slot.Session == nil {
				open[on] = append(open[on], slot)
			}
		}
	}
	for _, row := range waiting {
		if slot := slotFor(row, open[planned{row.ServiceID, row.Date}], rows); slot != nil {
			rows[Key(slot)] = row
		}
	}
	return rows
}

// planned is where a row looks for its slot.
type planned struct {
	service string
	on      day.Day
}

// unsure are the regular rows that say not sure, those that name a schedule
// first.
func (b *Book) unsure() []*iep.Session {
	var naming, others []*iep.Session
	for i := range b.Record.Sessions {
		row := &b.Record.Sessions[i]
		switch {
		case row.Kind != iep.Regular || row.Status != iep.Unsure:
		case row.ScheduleID != "":
			naming = append(naming, row)
		default:
			others = append(others, row)
		}
	}
	return append(naming, others...)
}

// slotFor is the slot that a row is about, of those of its day that no other
// row has taken, or nil.
func slotFor(row *iep.Session, slots []*ledger.Slot, taken map[string]*iep.Session) *ledger.Slot {
	var best *ledger.Slot
	for _, slot := range slots {
		if taken[Key(slot)] != nil || row.ScheduleID != "" && row.ScheduleID != slot.Schedule.ID {
			continue
		}
		if best == nil || slot.Schedule.StartTime == row.StartTime && best.Schedule.StartTime != row.StartTime {
			best = slot
		}
	}
	return best
}
