package app

import (
	"strconv"
	"unicode/utf8"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// A NoteForm is a note as a person types it.
type NoteForm struct {
	ID          string `json:"id"` // empty for a new one
	Child       string `json:"child"`
	Date        string `json:"date"`
	Approximate bool   `json:"approximate"` // the day may be off
	Kind        string `json:"kind"`
	Series      string `json:"series"` // empty: no service in particular
	Side        string `json:"side"`   // before or after a break; empty: by its day
	Break       string `json:"break"`  // empty: by its day
	Text        string `json:"text"`
	SaidBy      string `json:"saidBy"`
	KnownBy     string `json:"knownBy"`
}

// A PromiseForm is a promise as a person types it.
type PromiseForm struct {
	ID          string `json:"id"` // empty for a new one
	Child       string `json:"child"`
	Series      string `json:"series"`
	Date        string `json:"date"`
	Approximate bool   `json:"approximate"`
	By          string `json:"by"`
	Text        string `json:"text"`
	Due         string `json:"due"`
	Kept        string `json:"kept"` // yes, partly, no; empty: not known yet
	KeptOn      string `json:"keptOn"`
	Note        string `json:"note"`
}

// A RemovalForm is a run of days on which a child was sent away.
type RemovalForm struct {
	ID      string `json:"id"` // empty for a new one
	Child   string `json:"child"`
	Start   string `json:"start"`
	End     string `json:"end"` // empty: one day
	Kind    string `json:"kind"`
	PartDay bool   `json:"partDay"`
	Note    string `json:"note"`
}

func (f NoteForm) note() (n iep.Note, err error) {
	n = iep.Note{
		ID: f.ID, ChildID: f.Child, Approximate: f.Approximate, SeriesID: f.Series, Kind: iep.NoteKind(f.Kind), BreakID: f.Break,
		Text: f.Text, SaidBy: f.SaidBy, KnownBy: f.KnownBy,
	}
	if f.Break != "" {
		n.Side = iep.Side(f.Side)
	}
	if err := said("text", f.Text); err != nil {
		return n, err
	}
	if err := short("saidBy", f.SaidBy); err != nil {
		return n, err
	}
	n.Date, err = neededDay("date", f.Date)
	return n, err
}

func (f PromiseForm) promise() (p iep.Promise, err error) {
	p = iep.Promise{
		ID: f.ID, ChildID: f.Child, SeriesID: f.Series, Approximate: f.Approximate, By: f.By, Text: f.Text, Kept: iep.Kept(f.Kept), Note: f.Note,
	}
	if err := said("text", f.Text); err != nil {
		return p, err
	}
	for field, text := range map[string]string{"by": f.By, "note": f.Note} {
		if err := short(field, text); err != nil {
			return p, err
		}
	}
	if p.Date, err = neededDay("date", f.Date); err != nil {
		return p, err
	}
	if p.Due, err = parseDay("due", f.Due); err != nil {
		return p, err
	}
	if p.Due != day.None && p.Due < p.Date && !p.Approximate {
		return p, refusal.At("due", refusal.New(refusal.Backwards, "start", p.Date.String(), "end", p.Due.String()))
	}
	if p.Kept == iep.KeptYes || p.Kept == iep.KeptPartly {
		p.KeptOn, err = parseDay("keptOn", f.KeptOn)
	}
	return p, err
}

func (f RemovalForm) removal() (r iep.Removal, err error) {
	r = iep.Removal{ID: f.ID, ChildID: f.Child, Kind: iep.RemovalKind(f.Kind), PartDay: f.PartDay, Note: f.Note}
	if err := short("note", f.Note); err != nil {
		return r, err
	}
	if r.First, err = neededDay("start", f.Start); err != nil {
		return r, err
	}
	if r.Last, err = parseDay("end", f.End); err != nil {
		return r, err
	}
	if r.Last == day.None {
		r.Last = r.First
	}
	return r, nil
}

// said wants words, as many as a record can hold.
func said(field, text string) error {
	if blank(text) {
		return refusal.At(field, refusal.New(refusal.Missing))
	}
	return short(field, text)
}

func short(field, text string) error {
	if utf8.RuneCountInString(text) > record.MaxText {
		return refusal.At(field, refusal.New(refusal.TextTooLong, "limit", strconv.Itoa(record.MaxText)))
	}
	return nil
}

func noteForm(n *iep.Note) NoteForm {
	return NoteForm{
		ID: n.ID, Child: n.ChildID, Date: iso(n.Date), Approximate: n.Approximate, Kind: string(n.Kind), Series: n.SeriesID,
		Side: string(n.Side), Break: n.BreakID, Text: n.Text, SaidBy: n.SaidBy, KnownBy: n.KnownBy,
	}
}

func promiseForm(p *iep.Promise) PromiseForm {
	return PromiseForm{
		ID: p.ID, Child: p.ChildID, Series: p.SeriesID, Date: iso(p.Date), Approximate: p.Approximate, By: p.By, Text: p.Text,
		Due: iso(p.Due), Kept: string(p.Kept), KeptOn: iso(p.KeptOn), Note: p.Note,
	}
}

func removalForm(r *iep.Removal) RemovalForm {
	return RemovalForm{
		ID: r.ID, Child: r.ChildID, Start: iso(r.First), End: iso(r.Last), Kind: string(r.Kind), PartDay: r.PartDay, Note: r.Note,
	}
}
