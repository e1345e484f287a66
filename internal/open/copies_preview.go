package open

import (
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
)

// A CopyPreview is what bringing a copy back would bring.
type CopyPreview struct {
	Name        string
	Made        time.Time
	Kind        CopyKind
	Acts        int
	Entries     map[history.Noun]int // living entries, by what they are
	First, Last day.Day              // the civil days of the first and the latest act; none of an empty record
	Missing     int                  // acts that the open record has and the copy lacks
	Brings      int                  // acts that the copy has and the open record lacks
	Removed     int                  // acts whose words were removed for good since; they stay removed
}

// PreviewCopy reads a copy whole and says what it holds, beside the open record
// if one is open. A copy of another record is refused. One that was sealed with a
// former key needs a secret of its time.
func (h *House) PreviewCopy(name string, with ...Secret) (CopyPreview, error) {
	file, n, err := h.findCopy(name)
	if err != nil {
		return CopyPreview{}, err
	}
	room := h.Room()
	if room == nil || room.Sample {
		o := copyOpener{}
		if len(with) > 0 {
			o.secret = &with[0]
		}
		read, err := backup.Verify(file, n.Acts, o)
		if err != nil {
			return CopyPreview{}, err
		}
		return preview(n, read.Acts), nil
	}
	read, err := room.readCopy(file, n, with)
	if err != nil {
		return CopyPreview{}, err
	}
	now, err := room.History()
	if err != nil {
		return CopyPreview{}, err
	}
	p := preview(n, read)
	p.Missing, p.Brings, p.Removed = lacking(read, now), lacking(now, read), len(now.Bared(read))
	return p, nil
}

// readCopy reads a copy of the open record, and keeps what was found.
func (r *Room) readCopy(file string, n backup.Name, with []Secret) (*history.History, error) {
	r.copying.Lock()
	defer r.copying.Unlock()
	read, err := backup.Verify(file, n.Acts, r.opener(with))
	r.looked(n.String(), err)
	if err == nil && read.Record != r.store.RecordID() {
		err = refusal.New(refusal.CopyOther)
	}
	if err != nil {
		return nil, err
	}
	return read.Acts, nil
}

func preview(n backup.Name, acts *history.History) CopyPreview {
	p := CopyPreview{Name: n.String(), Made: n.Made, Kind: n.Kind, Acts: acts.Len(), Entries: map[history.Noun]int{}}
	for _, e := range acts.Fold(exchange.ReadNoun).InOrder() {
		if e.State == history.Living {
			p.Entries[e.Noun]++
		}
	}
	for _, a := range acts.Acts() {
		on := dayOf(a)
		if p.First == day.None || on < p.First {
			p.First = on
		}
		p.Last = max(p.Last, on)
	}
	return p
}

// dayOf is the civil day on which an act was written, by its own word.
func dayOf(a *history.Act) day.Day {
	on, err := day.Parse(a.At[:min(len(a.At), len(time.DateOnly))])
	if err != nil {
		return day.None
	}
	return on
}

// lacking are how many acts one history lacks of another.
func lacking(h, of *history.History) int {
	count := 0
	for _, a := range of.Acts() {
		if _, here := h.Act(a.Hash()); !here {
			count++
		}
	}
	return count
}
