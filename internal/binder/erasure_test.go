package binder_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// siblings are two children of one school. Each has words of her own.
const siblings = `{
	"format": "service-hours", "version": 1,
	"children": [{"id": "c1", "name": "Qzwxnora Reed"}, {"id": "c2", "name": "Theo Reed"}],
	"calendars": [{"id": "y1", "name": "Birch", "first_day": "2026-08-24", "last_day": "2027-06-11", "closures": []}],
	"policies": [{"id": "p1"}],
	"plans": [
		{"id": "k1", "child_id": "c1", "kind": "IEP", "calendar_ids": ["y1"], "policy_id": "p1", "services": [
			{"id": "s1", "type": "speech", "start": "2026-08-24", "end": "2027-06-11", "verbatim": "plokkanariyc",
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2026-08-24", "minutes": 30}]}]},
		{"id": "k2", "child_id": "c2", "kind": "IEP", "calendar_ids": ["y1"], "policy_id": "p1", "services": [
			{"id": "s2", "type": "OT", "start": "2026-08-24", "end": "2027-06-11",
			 "schedules": [{"id": "b", "rrule": "FREQ=WEEKLY;BYDAY=WE", "from": "2026-08-24", "minutes": 30}]}]}],
	"sessions": [
		{"id": "r1", "service_id": "s1", "date": "2026-08-25", "kind": "regular", "status": "missed", "note": "vbnmkanariyb"},
		{"id": "r2", "service_id": "s2", "date": "2026-08-26", "kind": "regular", "status": "missed", "note": "Qzwxnora was ill too"},
		{"id": "r3", "service_id": "s2", "date": "2026-09-02", "kind": "regular", "status": "delivered", "note": "a good day"}],
	"attachments": [{"id": "scan-1", "name": "jhgfkanariyd.pdf", "media_type": "application/pdf", "size": 3, "sha256": "` + sixtyFour + `", "of": [{"noun": "child", "id": "c1"}]}],
	"decisions": [], "esy": []}`

const sixtyFour = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

// naming finds a first name.
func naming(names []string) func(string) bool {
	return func(text string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			first, _, _ := strings.Cut(name, " ")
			return strings.Contains(text, first)
		})
	}
}

// A drawer is where attachments lie.
type drawer struct {
	deleted []string
	stuck   error
}

func (d *drawer) Delete(ids []string) error {
	d.deleted = append(d.deleted, ids...)
	return d.stuck
}

func twoChildren(t *testing.T) (*home, *drawer) {
	h := newHome(t, t.TempDir(), "2026-09-10")
	t.Cleanup(func() { h.store.Close() })
	h.imports(siblings)
	d := &drawer{}
	env := h.env(h.store)
	env.Attachments = d
	h.Binder = binder.Open(env, h.kept())
	return h, d
}

func places(r *binder.Erasure) (list []string) {
	for _, p := range r.Places {
		text := p.Name()
		if len(p.Named) > 0 {
			text += " named"
		}
		list = append(list, text)
	}
	return list
}

// All that is about one of two children goes; what is about both, and what has
// her name in it, goes as it was chosen. The other child's numbers stay.
func TestAChildIsRemoved(t *testing.T) {
	h, d := twoChildren(t)
	h.does(h.store.SetDraft("letter", "about qzwxnora"))
	h.does(h.SaveChild(iep.Child{ID: "c1", Name: "Qzwxnora R."}, ""))
	numbers := h.book().Ledger.Find("s2", "c2").Summary
	r, err := h.Erasure("c1", naming)
	h.does(err)
	h.equal("alone", len(r.Alone), 6) // child twice, plan, service, session, attachment
	h.equal("names", r.Names, []string{"Qzwxnora Reed", "Qzwxnora R."})
	if got := places(r); len(got) != 4 || !slices.Contains(got, "session r2 named") || !slices.Contains(got, "calendar y1") || !slices.Contains(got, "policy p1") {
		t.Fatalf("places: %v", got)
	}
	h.equal("attachments", r.Attachments, []string{"scan-1"})

	h.refused(refusal.NotChosen, "choices[session r2]", func() error { _, err := h.RemoveChild("c1", naming, nil); return err })
	done, err := h.RemoveChild("c1", naming, map[history.Key]binder.Choice{entry(history.Session, "r2"): binder.WholeOf})
	h.does(err)
	if done.Acts != 7 || done.Unclean != nil || done.Attached != nil || !slices.Equal(d.deleted, []string{"scan-1"}) {
		t.Errorf("done: %+v, deleted %v", done, d.deleted)
	}
	for range 2 {
		h.has(false, "qzwxnora", "plokkanariyc", "vbnmkanariyb", "jhgfkanariyd")
		b := h.book()
		if len(b.Record.Children) != 1 || len(b.Record.Plans) != 1 || len(b.Record.Sessions) != 1 || len(b.Folded.Aside) != 0 {
			t.Errorf("left: %s", printed(b.Record))
		}
		now := b.Ledger.Find("s2", "c2").Summary
		if now.OpenOwed > numbers.OpenOwed {
			t.Errorf("the other child's numbers: %+v, were %+v", now, numbers)
		}
		h.equal("in the file", printed(h.kept()), printed(b.Record))
		h.restart()
	}
	if text, err := h.store.Draft("letter"); err != nil || text != "" {
		t.Errorf("the draft: %q, %v", text, err)
	}
	if _, err := h.Erasure("c1", naming); refusal.From(err) == nil {
		t.Errorf("she is still there: %v", err)
	}
	if undo, _ := h.Edits(); undo.Deed != "" && !undo.Blocked {
		t.Errorf("Undo would take back %+v", undo)
	}
	if _, err := h.History(); err != nil {
		t.Errorf("the record is not sound: %v", err)
	}
}

// Of an entry about others only the versions with the name go, where that is
// chosen; what cannot be deleted is told and stops nothing.
func TestOnlyTheVersionsWithTheName(t *testing.T) {
	h, d := twoChildren(t)
	d.stuck = errors.New("the disk is gone")
	row := *h.book().Row("r2")
	row.Note = "ill"
	h.does(h.Save(row, ""))
	done, err := h.RemoveChild("c1", naming, map[history.Key]binder.Choice{entry(history.Session, "r2"): binder.OnlyNamed})
	h.does(err)
	if done.Attached == nil {
		t.Error("nobody was told of the attachment")
	}
	h.has(false, "qzwxnora")
	if kept := h.book().Row("r2"); kept == nil || kept.Note != "ill" {
		t.Errorf("the other child's session: %+v", kept)
	}
}

// An entry that refers to the child without naming her is set aside, and
// nothing fails.
func TestWhatReferredToAChildIsSetAside(t *testing.T) {
	h, _ := twoChildren(t)
	dad := h.copied("phone", "Dad")
	dad.writes(history.Add, history.Session, "stray", &iep.Session{
		ID: "stray", ServiceID: "s1", Date: day.MustParse("2026-09-01"), Kind: iep.Regular, Status: iep.Delivered,
	})
	dad.comes()
	_, err := h.RemoveChild("c1", naming, map[history.Key]binder.Choice{entry(history.Session, "r2"): binder.KeepAll})
	h.does(err)
	if aside := h.book().Folded.Aside; len(aside) != 1 || aside[0].ID != "stray" {
		t.Errorf("set aside: %+v", aside)
	}
}
