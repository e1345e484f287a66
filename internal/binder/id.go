package binder

// crockford leaves out the letters that are read for one another.
const crockford = "0123456789abcdefghjkmnpqrstvwxyz"

// newID is a random id of 16 characters: 80 bits.
func (b *Binder) newID() string {
	id := b.env.Writer.Random(16)
	for i := range id {
		id[i] = crockford[id[i]&31]
	}
	return string(id)
}
