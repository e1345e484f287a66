package binder

import (
	"slices"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// Attach adds attachments, one deed. Their bytes must be durable before: then
// no entry ever stands without its file.
func (b *Binder) Attach(papers []iep.Attachment) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	changes := make([]Change, 0, len(papers))
	for i := range papers {
		changes = append(changes, book.attachment(history.Add, &papers[i], ""))
	}
	return b.do(changes...)
}

// SavePaper corrects the name, the note and what an attachment belongs to. What
// its bytes are does not change.
func (b *Binder) SavePaper(id, name, note string, of []iep.Ref) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Paper(id)
	if old == nil {
		return refusal.New(refusal.Gone)
	}
	paper := *old
	paper.Name, paper.Note, paper.Of = name, note, book.known(of, old.Of)
	return b.do(book.attachment(history.Correct, &paper, ""))
}

// known keeps of the old references what a form could not know of them.
func (b *Book) known(of, old []iep.Ref) []iep.Ref {
	kept := slices.Clone(of)
	for i := range kept {
		if at := slices.IndexFunc(old, func(r iep.Ref) bool { return r.Noun == of[i].Noun && r.ID == of[i].ID }); at >= 0 {
			kept[i] = old[at]
		}
	}
	return kept
}

// StrikePaper withdraws an attachment. Its bytes stay for as long as an act
// names it, so that this can be undone.
func (b *Binder) StrikePaper(id, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	old := book.Paper(id)
	if old == nil {
		return refusal.New(refusal.Gone)
	}
	c := book.attachment(history.Withdraw, old, because)
	c.Value = nil
	return b.do(c)
}

func (b *Book) attachment(kind history.Kind, a *iep.Attachment, because string) Change {
	return Change{Kind: kind, Noun: history.Attachment, ID: a.ID, Children: b.childrenOf(a.Of), Value: a, Because: because}
}

// Paper finds an attachment by its id.
func (b *Book) Paper(id string) *iep.Attachment {
	return byID(b.Record.Attachments, func(a *iep.Attachment) bool { return a.ID == id })
}

// childrenOf are the children of the entries that something belongs to, each
// once; none where it is the whole family's.
func (b *Book) childrenOf(of []iep.Ref) []string {
	var children []string
	for _, ref := range of {
		for _, child := range b.ChildrenOf(ref) {
			if !slices.Contains(children, child) {
				children = append(children, child)
			}
		}
	}
	return children
}

// ChildrenOf are the children that an entry is about; none when it is not there
// any more, or about none.
func (b *Book) ChildrenOf(ref iep.Ref) []string {
	switch history.Noun(ref.Noun) {
	case history.Session:
		if row := b.RowOf(ref.ID); row != nil {
			return []string{b.ChildOf(row.ServiceID)}
		}
		if slot := b.Slot(ref.ID); slot != nil {
			return []string{slot.Version.Plan.ChildID}
		}
		return nil
	case history.Request:
		return childIn(b.Record.Requests, ref.ID, func(r *iep.Request) (string, string) { return r.ID, r.ChildID })
	case history.Meeting:
		return childIn(b.Record.Meetings, ref.ID, func(m *iep.Meeting) (string, string) { return m.ID, m.ChildID })
	case history.Note:
		return childIn(b.Record.Notes, ref.ID, func(n *iep.Note) (string, string) { return n.ID, n.ChildID })
	case history.Promise:
		return childIn(b.Record.Promises, ref.ID, func(p *iep.Promise) (string, string) { return p.ID, p.ChildID })
	case history.Removal:
		return childIn(b.Record.Removals, ref.ID, func(r *iep.Removal) (string, string) { return r.ID, r.ChildID })
	case history.Arrangement:
		return childIn(b.Record.Arrangements, ref.ID, func(a *iep.Arrangement) (string, string) { return a.ID, a.ChildID })
	}
	children, found := b.concerned(history.Noun(ref.Noun), ref.ID)
	if !found {
		return nil
	}
	return children
}

func childIn[T any](rows []T, id string, of func(*T) (id, child string)) []string {
	for i := range rows {
		if each, child := of(&rows[i]); each == id {
			return []string{child}
		}
	}
	return nil
}

// Papers are the attachments of an entry.
func (b *Book) Papers(noun history.Noun, id string) []*iep.Attachment {
	var found []*iep.Attachment
	for i := range b.Record.Attachments {
		a := &b.Record.Attachments[i]
		if slices.ContainsFunc(a.Of, func(r iep.Ref) bool { return r.Noun == string(noun) && r.ID == id }) {
			found = append(found, a)
		}
	}
	return found
}

// NamesPaper says whether any readable act names an attachment, struck ones
// too: then its bytes stay.
func (b *Binder) NamesPaper() (func(id string) bool, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	folded := b.folded
	return func(id string) bool { return folded.Entries[history.Key{Noun: history.Attachment, ID: id}] != nil }, nil
}

// AllPapers are the attachments that any readable act names, struck ones too:
// all whose bytes stay. One whose values cannot be read is left out.
func (b *Binder) AllPapers() ([]iep.Attachment, error) {
	if _, err := b.begin(); err != nil {
		return nil, err
	}
	defer b.mu.Unlock()
	var all []iep.Attachment
	for _, e := range b.folded.InOrder() {
		if a, is := e.Value.(*iep.Attachment); is && a != nil {
			all = append(all, *a)
		}
	}
	return all, nil
}
