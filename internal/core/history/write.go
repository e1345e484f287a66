package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// ErrForked is what Write answers on a device whose chain forks: it was copied
// and both copies went on. The device needs a new id before it writes again.
var ErrForked = errors.New("this device's chain forks: it needs a new id")

// A Writer is who writes acts, and where.
type Writer struct {
	Device string
	Author string
	Random func(n int) []byte // n fresh random bytes
}

// A Change is what a person does to one noun, before it is an act.
type Change struct {
	Kind     Kind
	Noun     Noun
	ID       string
	Children []string        // the children it concerns; none: the family
	Value    json.RawMessage // the whole noun; nil when withdrawn
	Because  string
	Of       []string
	// Settles are the heads of a noun in conflict, all of them, as the person
	// was shown them (Conflict.Heads). Any other change has none.
	Settles []Hash
}

// Write makes the acts of one deed. They are not added: Add does so when
// storage has them. It refuses to add what is there, to change what never was,
// and to change a noun in conflict without settling it; then nothing is made.
func (h *History) Write(w Writer, at string, changes []Change) ([]Act, error) {
	if err := CheckAuthor(w.Author); err != nil {
		return nil, err
	}
	last, err := h.lastOf(w.Device)
	if err != nil {
		return nil, err
	}
	deed := &deedWriter{history: h, Writer: w, at: at, id: NewID(w.Random), seen: h.unseen(last), done: map[Key]bool{}}
	if last != nil {
		deed.last = last.act
	}
	acts := make([]Act, 0, len(changes))
	for i := range changes {
		act, err := deed.act(&changes[i])
		if err != nil {
			return nil, err
		}
		acts = append(acts, *act)
	}
	return acts, nil
}

// maxAuthor is how many characters the name beside an entry may have.
const maxAuthor = 200

// CheckAuthor refuses a name that cannot stand beside an entry: none, one that
// breaks the line, one that is too long.
func CheckAuthor(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return refusal.At("author", refusal.New(refusal.Missing))
	case !plain(name):
		return refusal.At("author", refusal.New(refusal.ControlCharacter))
	case utf8.RuneCountInString(name) > maxAuthor:
		return refusal.At("author", refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(maxAuthor)))
	}
	return nil
}

// lastOf is the last act of a device's chain; nil when it wrote none.
func (h *History) lastOf(device string) (*node, error) {
	var last *node
	for _, n := range h.chains[device] {
		if n.followed {
			continue
		}
		if last != nil {
			return nil, ErrForked
		}
		last = n
	}
	return last, nil
}

// A deedWriter makes the acts of one deed, each following the one before it.
type deedWriter struct {
	Writer
	history *History
	id      string
	at      string
	last    *Act   // of the chain, the deed's own too; nil before the first
	seen    []Hash // for the deed's first act
	done    map[Key]bool
}

func (w *deedWriter) act(c *Change) (*Act, error) {
	body, priors, err := w.body(c)
	if err != nil {
		return nil, err
	}
	a := &Act{Record: w.history.record, Device: w.Device, N: 1, Author: w.Author, At: w.at, Priors: priors, Salt: w.Random(SaltSize)}
	a.Seen, w.seen = w.seen, nil
	if w.last != nil {
		a.N, a.Prev = w.last.N+1, w.last.Hash()
	}
	if a.Body, err = body.write(); err != nil {
		return nil, err
	}
	a.Commit = commitment(a.Salt, a.Body)
	if !a.wellFormed() || len(a.Salt) != SaltSize {
		return nil, fmt.Errorf("act %d of device %q at %q is not well formed", a.N, a.Device, a.At)
	}
	a.Stated = a.Hash()
	w.last = a
	return a, nil
}

func (w *deedWriter) body(c *Change) (*Body, []Hash, error) {
	b := &Body{
		V: bodyVersion, Deed: w.id, Kind: c.Kind, Noun: c.Noun, ID: c.ID,
		Children: c.Children, Value: c.Value, Because: c.Because, Of: c.Of,
	}
	if err := b.check(); err != nil {
		return nil, nil, err
	}
	if utf8.RuneCountInString(c.Because) > record.MaxText {
		return nil, nil, refusal.At("because", refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(record.MaxText)))
	}
	if c.Value != nil && (!json.Valid(c.Value) || !utf8.Valid(c.Value)) {
		return nil, nil, fmt.Errorf("the value of %s %s is not JSON", c.Noun, c.ID)
	}
	if c.Kind == Redact {
		return b, nil, w.history.checkRedact(c)
	}
	if w.done[b.Key()] {
		return nil, nil, fmt.Errorf("one deed changes %s %s twice", c.Noun, c.ID)
	}
	w.done[b.Key()] = true
	if (c.Kind == Add || c.Kind == Correct) != (c.Value != nil) && c.Kind != Undo {
		return nil, nil, fmt.Errorf("%s of %s %s with value %s", c.Kind, c.Noun, c.ID, c.Value)
	}
	priors, err := w.history.priorsOf(c)
	return b, priors, err
}

// priorsOf are the heads that a change replaces.
func (h *History) priorsOf(c *Change) ([]Hash, error) {
	n := h.nouns[Key{c.Noun, c.ID}]
	if n == nil {
		if c.Kind != Add {
			return nil, refusal.New(refusal.NoSuch, "what", string(c.Noun), "id", c.ID)
		}
		return nil, nil
	}
	heads, versions := n.names(), n.different(h.read)
	settles := slices.Equal(sortedSet(c.Settles), heads)
	switch {
	case !settles && (len(versions) > 1 || len(c.Settles) > 0):
		return nil, refusal.New(refusal.InConflict, "id", c.ID)
	case c.Kind == Add && !settles && versions[0].body.Value != nil:
		return nil, refusal.New(refusal.NotUnique, "id", c.ID)
	}
	return heads, nil
}

// unseen are the heads of other chains that the last act of a chain does not
// lead back to: what came in since. A device that wrote nothing has seen none.
func (h *History) unseen(last *node) []Hash {
	h.walks++
	waiting := []*node{last}
	for len(waiting) > 0 {
		n := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if n == nil || n.walk == h.walks {
			continue
		}
		n.walk = h.walks
		waiting = append(append(append(waiting, n.prev), n.seen...), n.priors...)
	}
	var heads []Hash
	for hash, n := range h.heads {
		if n.walk != h.walks {
			heads = append(heads, hash)
		}
	}
	return sortedSet(heads)
}

// Add takes acts that Write made, once storage has them. What a redact among
// them names loses its body here too.
func (h *History) Add(acts []Act) {
	if err := h.Load(acts); err != nil {
		panic("history: add takes what Write made: " + err.Error())
	}
	for _, hash := range h.Removals(acts) {
		h.remove(h.nodes[hash])
	}
}
