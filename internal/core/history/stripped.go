package history

// Stripped is the union with another copy of the same record, in which every
// redaction that the other copy knows is carried out. It is nil when one of them
// waits for a yes there, so that it must wait here too. Other is sound, as Merge
// found it.
func (h *History) Stripped(other []Act) (*History, error) {
	theirs := New(h.record)
	if err := theirs.Load(other); err != nil {
		return nil, err
	}
	if len(theirs.Asked()) > 0 {
		return nil, nil
	}
	var all []Act
	for _, a := range h.Acts() {
		bare := *a
		if n := theirs.nodes[a.Hash()]; n != nil && n.act.Redacted() {
			bare.Salt, bare.Body = nil, nil
		}
		all = append(all, bare)
	}
	union := New(h.record)
	return union, union.Load(append(all, other...))
}

// Bared are the acts here whose words another copy of the record still has: they
// were removed for good since that copy was made.
func (h *History) Bared(other *History) []Hash {
	var bared []Hash
	for _, a := range h.Acts() {
		if n := other.nodes[a.Hash()]; a.Redacted() && n != nil && !n.act.Redacted() {
			bared = append(bared, a.Hash())
		}
	}
	return sortedSet(bared)
}
