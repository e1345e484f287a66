package open

import (
	"encoding/hex"
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
		mark = prefs.Device{ID: randomID()}
	}
	d.id = mark.ID
	return d.id, nil
}

func (d *device) wrote(last history.Hash) error {
	return d.prefs.SaveDevice(d.record, prefs.Device{ID: d.id, Last: string(last)})
}

func lacks(h *history.History, mark prefs.Device) bool {
	_, found := h.Act(history.Hash(mark.Last))
	return !found
}

func forked(h *history.History, deviceID string) bool {
	return slices.ContainsFunc(h.Forks(), func(f history.Fork) bool { return f.Device == deviceID })
}

// randomID is 64 random bits in 16 characters.
func randomID() string { return hex.EncodeToString(random(8)) }
