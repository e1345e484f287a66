package history

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
