package binder

import (
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// Key names a planned slot, and so the regular row of it: two homes that fill
// in the same slot write the same entry.
func Key(s *ledger.Slot) string { return keyOf(s.Version.Service.ID, s.Date, s.Schedule.ID) }

// keyOf is service:day:schedule. A colon in the id of a service, which a file
// may have, is written another way: what stands before the first one is the
// service, so no two slots have one key.
func keyOf(serviceID string, on day.Day, scheduleID string) string {
	return colons.Replace(serviceID) + ":" + on.String() + ":" + scheduleID
}

var colons = strings.NewReplacer(":", "%3A", "%", "%25")

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
