package binder

import (
	"errors"
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// A Erasure is all that there is about a child, before it is removed for good.
type Erasure struct {
	Names       []string       // that the child was ever given here
	Alone       []*history.Act // about this child and nobody else: all of them go
	Places      []Place        // entries to choose about, in the order of the record
	Attachments []string       // ids of attachments that go with the acts about it alone
}

// A Place is an entry that is not about the child alone, and that may go as
// well. To the children of its acts it says who else it is about.
type Place struct {
	Key   history.Key
	Acts  []*history.Act // the readable ones
	Named []*history.Act // those of them that have a name of the child in their words
	About []string       // the children that its acts concern; none: the family
}

// Name names the place in a form.
func (p *Place) Name() string { return string(p.Key.Noun) + " " + p.Key.ID }

// A Choice is what a person chose of a place.
type Choice string

// The choices of a place.
const (
	KeepAll   Choice = "keep"
	OnlyNamed Choice = "named" // the versions that have the child's name
	WholeOf   Choice = "all"
)

// Erasure looks for all that there is about a child. The function says whether
// a text has one of the names in it.
func (b *Binder) Erasure(child string, says func(names []string) func(text string) bool) (*Erasure, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	return b.erasure(child, says)
}

func (b *Binder) erasure(child string, says func([]string) func(string) bool) (*Erasure, error) {
	r := &Erasure{Names: b.namesOf(child)}
	r.Alone, _ = b.history.ActsAbout(child)
	if len(r.Alone) == 0 {
		return nil, refusal.New(refusal.NoSuch, "what", string(history.Child), "id", child)
	}
	going, named := hashesOf(r.Alone), hashesOf(b.history.Saying(says(r.Names)))
	for _, e := range b.folded.InOrder() {
		if p := b.place(e.Key, child, going, named); p != nil {
			r.Places = append(r.Places, *p)
		}
	}
	r.Attachments = b.attached(going)
	return r, nil
}

func hashesOf(acts []*history.Act) map[history.Hash]bool {
	set := make(map[history.Hash]bool, len(acts))
	for _, a := range acts {
		set[a.Hash()] = true
	}
	return set
}

// namesOf are the names in all versions of a child's entry.
func (b *Binder) namesOf(child string) []string {
	var names []string
	for _, a := range b.history.EntryActs(history.Key{Noun: history.Child, ID: child}) {
		body, err := a.Read()
		if err != nil || body == nil || body.Value == nil {
			continue
		}
		value, err := b.env.Read(body.Noun, body.ID, body.Value)
		if c, ok := value.(*iep.Child); ok && err == nil && c.Name != "" && !slices.Contains(names, c.Name) {
			names = append(names, c.Name)
		}
	}
	return names
}

// place is an entry that has acts about several children, the child among them,
// or about nobody in particular, or that has the child's name in it; else nil.
func (b *Binder) place(k history.Key, child string, going, named map[history.Hash]bool) *Place {
	p := &Place{Key: k}
	shared, family := false, true
	for _, a := range b.history.EntryActs(k) {
		if going[a.Hash()] {
			family = false
			continue
		}
		body, err := a.Read()
		if err != nil || body == nil {
			continue
		}
		shared = shared || slices.Contains(body.Children, child)
		family = family && len(body.Children) == 0
		p.Acts, p.About = append(p.Acts, a), append(p.About, body.Children...)
		if named[a.Hash()] {
			p.Named = append(p.Named, a)
		}
	}
	slices.Sort(p.About)
	p.About = slices.Compact(p.About)
	if len(p.Acts) == 0 || !shared && !family && len(p.Named) == 0 {
		return nil
	}
	return p
}

// attached are the attachments of which nothing would be left.
func (b *Binder) attached(going map[history.Hash]bool) []string {
	var ids []string
	for _, e := range b.folded.InOrder() {
		left := slices.ContainsFunc(b.history.EntryActs(e.Key), func(a *history.Act) bool { return !going[a.Hash()] })
		if e.Noun == history.Attachment && !left {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// A Removed says what RemoveChild did.
type Removed struct {
	Acts     int   // that lost their words
	Attached error // why an attachment could not be deleted; nil when all were
	Unclean  error // why what lies beside the acts could not be written anew; the acts' own words are overwritten all the same
}

// RemoveChild removes for good what acts about a child alone say, and what was
// chosen besides; all in one deed. It refuses while nothing is chosen of a place
// that has the child's name, and keeps any other that is not chosen. Then its attachments and every draft are
// deleted, what the acts fold to is written anew, and so is the file.
func (b *Binder) RemoveChild(child string, says func([]string) func(string) bool, choices map[history.Key]Choice) (*Removed, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	r, err := b.erasure(child, says)
	if err != nil {
		return nil, err
	}
	if p := r.unchosen(choices); p != nil {
		return nil, refusal.At("choices["+p.Name()+"]", refusal.New(refusal.NotChosen))
	}
	acts := r.chosen(choices)
	attached := b.attached(hashesOf(acts))
	raw, err := b.raw([]Change{removing(acts, "child_removed")})
	if err != nil {
		return nil, err
	}
	if err := b.commit(raw, anything); err != nil {
		return nil, err
	}
	b.last = nil
	return &Removed{len(acts), b.detach(attached), b.clean()}, nil
}

// anything is no check at all: what refers to a child that goes is set aside.
func anything([]history.Change, *history.Folded, *history.Folded) error { return nil }

// unchosen is a place that has the child's name and for which nothing was
// chosen, or nil.
func (r *Erasure) unchosen(choices map[history.Key]Choice) *Place {
	for i := range r.Places {
		if p := &r.Places[i]; len(p.Named) > 0 && choices[p.Key] == "" {
			return p
		}
	}
	return nil
}

// chosen are all acts that go.
func (r *Erasure) chosen(choices map[history.Key]Choice) []*history.Act {
	acts := slices.Clone(r.Alone)
	for i := range r.Places {
		switch p := &r.Places[i]; choices[p.Key] {
		case WholeOf:
			acts = append(acts, p.Acts...)
		case OnlyNamed:
			acts = append(acts, p.Named...)
		}
	}
	return acts
}

// detach deletes the bytes of attachments.
func (b *Binder) detach(ids []string) error {
	if b.env.Attachments == nil || len(ids) == 0 {
		return nil
	}
	return b.env.Attachments.Delete(ids)
}

// clean forgets what was typed and not saved, and writes what the acts fold to,
// its index and the file anew.
func (b *Binder) clean() error {
	return errors.Join(b.env.Store.ForgetDrafts(), b.env.Store.Rebuild(b.folded), b.env.Store.Shrink())
}
