package open

import (
	"slices"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/exchange"
)

// A NounCount is how many entries there are of a noun.
type NounCount struct {
	Noun history.Noun
	N    int
}

// A CopyPreview is what bringing a copy back would bring.
type CopyPreview struct {
	Copy
	Entries     []NounCount // living entries, by what they are
	First, Last day.Day     // the civil days of the first and the latest act; none of an empty record
	Missing     []NounCount // living entries that the open record has and the copy lacks
	Lacks       int         // acts that the open record has and the copy lacks
	Brings      int         // acts that the copy has and the open record lacks
	Removed     int         // acts whose words were removed for good since; they stay removed
}

// PreviewCopy reads a copy whole and says what it holds, beside the open record
// if one is open. A copy of another record is refused.
func (h *House) PreviewCopy(name string) (CopyPreview, error) { return h.PreviewCopyWith(name, nil) }

// PreviewCopyWith is PreviewCopy of a copy that was sealed with a former key, or
// while nothing is open: it is opened with a secret of its time.
func (h *House) PreviewCopyWith(name string, s *Secret) (CopyPreview, error) {
	file, n, err := h.findCopy(name)
	if err != nil {
		return CopyPreview{}, err
	}
	room := h.Room()
	if room == nil || room.Sample {
		read, err := backup.Verify(file, n.Acts, copyOpener{secret: s})
		if err != nil {
			return CopyPreview{}, err
		}
		return h.preview(n, read.Acts, read.Acts.Fold(exchange.ReadNoun)), nil
	}
	read, err := room.readCopy(file, n, s)
	if err != nil {
		return CopyPreview{}, err
	}
	now, err := room.History()
	if err != nil {
		return CopyPreview{}, err
	}
	then := read.Fold(exchange.ReadNoun)
	p := h.preview(n, read, then)
	p.Missing = counted(now.Fold(exchange.ReadNoun), then)
	p.Lacks, p.Brings, p.Removed = lacking(read, now), lacking(now, read), len(now.Bared(read))
	return p, nil
}

// readCopy reads a copy of the open record, and keeps what was found.
func (r *Room) readCopy(file string, n backup.Name, s *Secret) (*history.History, error) {
	read, err := backup.Verify(file, n.Acts, r.opener(s))
	r.looked(n.String(), err)
	if err == nil && read.Record != r.store.RecordID() {
		err = refusal.New(refusal.CopyOther)
	}
	if err != nil {
		return nil, err
	}
	return read.Acts, nil
}

func (h *House) preview(n backup.Name, acts *history.History, folded *history.Folded) CopyPreview {
	p := CopyPreview{Copy: Copy{Name: n.String(), Made: n.Made, Kind: n.Kind, Acts: acts.Len(), Checked: h.now()}}
	p.Entries = counted(folded, nil)
	for _, a := range acts.Acts() {
		on := dayOf(a)
		if p.First == day.None || on < p.First {
			p.First = on
		}
		p.Last = max(p.Last, on)
	}
	return p
}

// counted are the living entries by noun, those that are not living elsewhere.
func counted(f, but *history.Folded) []NounCount {
	var list []NounCount
	for _, e := range f.InOrder() {
		if e.State != history.Living || but != nil && but.Entries[e.Key] != nil && but.Entries[e.Key].State == history.Living {
			continue
		}
		at := slices.IndexFunc(list, func(c NounCount) bool { return c.Noun == e.Noun })
		if at < 0 {
			list = append(list, NounCount{Noun: e.Noun})
			at = len(list) - 1
		}
		list[at].N++
	}
	return list
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
