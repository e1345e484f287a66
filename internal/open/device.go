package open

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/edge/prefs"
)

// A device is who this computer is in a record. A record that lacks the act
// this computer wrote last was brought back from a copy; one in which this
// computer's own chain forks went on in two copies. In both cases it writes on
// as a new device, so that no two acts claim the same place in a chain.
type device struct {
	prefs  prefs.Folder
	record string
	id     string
}

func (d *device) choose(h *history.History) (string, error) {
	mark, err := d.prefs.Device(d.record)
	if err != nil || mark.ID == "" || lacks(h, mark) || forked(h, mark.ID) {
		mark = prefs.Device{ID: history.NewID(random)}
	}
	d.id = mark.ID
	return d.id, nil
}

// wrote keeps the mark. One that cannot be kept is of an earlier act, which is
// in the record too: the act that was written stands all the same.
func (d *device) wrote(last history.Hash) {
	_ = d.prefs.SaveDevice(d.record, prefs.Device{ID: d.id, Last: string(last)})
}

func lacks(h *history.History, mark prefs.Device) bool {
	_, found := h.Act(history.Hash(mark.Last))
	return !found
}

func forked(h *history.History, deviceID string) bool {
	return slices.ContainsFunc(h.Forks(), func(f history.Fork) bool { return f.Device == deviceID })
}
