package app

import (
	"slices"

	"midweek/internal/core/breaks"
	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// seen stands the notes of a child beside its breaks, the latest first; those
// about none follow.
func (s *sheet) seen(v *NotesView, child *iep.Child, pairs []breaks.Pair) {
	beside := map[*iep.Note]bool{}
	for i := len(pairs) - 1; i >= 0; i-- {
		p := &pairs[i]
		for _, n := range slices.Concat(p.Before, p.After) {
			beside[n] = true
		}
		if len(p.Before)+len(p.After) > 0 || p.Asks(s.Today) != "" {
			v.Breaks = append(v.Breaks, s.breakView(child, p))
		}
	}
	for _, n := range s.NotesOf(child.ID) {
		if !beside[n] {
			v.Notes = append(v.Notes, s.noteRow(n))
		}
	}
}

func (s *sheet) breakView(child *iep.Child, p *breaks.Pair) BreakView {
	b := BreakView{
		Key: breakKey(child.ID, &p.Break), Child: s.named(child.ID), Name: s.breakName(&p.Break), Days: breakDays(&p.Break),
		Ask: s.breakAsk(child, p), Gap: s.gap(p), Before: s.noteRows(p.Before), After: s.noteRows(p.After),
		Form: NoteForm{Child: child.ID, Kind: string(iep.PlainNote), Break: p.ID, Date: iso(s.Today)},
	}
	switch side := p.Asks(s.Today); {
	case side == iep.Before:
		b.Form.Side, b.Form.Kind = string(side), string(iep.Progress)
	case side != "":
		b.Form.Side = string(side)
	case p.Gap() == breaks.NoBefore:
		b.Form.Side, b.Form.Date, b.Form.Approximate = string(iep.Before), "", true
	case p.Gap() == breaks.NoAfter && s.over(p):
		b.Form.Side = string(iep.After)
	}
	return b
}

// over says whether school is back after a break.
func (s *sheet) over(p *breaks.Pair) bool { return p.Back != day.None && p.Back <= s.Today }

// gap is what is missing at a break. What can not have been seen yet is not.
func (s *sheet) gap(p *breaks.Pair) string {
	if gap := p.Gap(); gap != breaks.NoAfter || s.over(p) {
		return words.Put("break.gap." + string(gap))
	}
	return ""
}

// breakKey names a break of a child, in the page's address too.
func breakKey(child string, b *breaks.Break) string { return child + "/" + b.ID }

func (s *sheet) breakName(b *breaks.Break) string {
	switch {
	case b.Summer:
		return words.Put("break.summer", "year", schoolYearOf(b.First-1))
	case b.Name == "":
		return words.Put("break.unnamed")
	}
	return b.Name
}

// schoolYearOf is the school year that a day lies in: 2024-25.
func schoolYearOf(on day.Day) string {
	year, month, _ := on.Civil()
	if month < 7 {
		year--
	}
	return schoolYearText(year)
}

func breakDays(b *breaks.Break) string {
	if b.Back == day.None {
		return words.Put("break.open", "first", words.Day(b.First))
	}
	return words.Put("break.days", "first", words.Day(b.First), "last", words.Day(b.Back-1))
}

// breakAsk is what to look at just now, or nothing.
func (s *sheet) breakAsk(child *iep.Child, p *breaks.Pair) string {
	side := p.Asks(s.Today)
	if side == "" {
		return ""
	}
	return words.Put("break.ask."+string(side), "name", say.Plain(s.breakName(&p.Break)), "child", say.Plain(child.Name),
		"ahead", words.Ahead(int(p.First-s.Today)), "day", words.Day(p.Back))
}

func (s *sheet) noteRows(notes []*iep.Note) []NoteRow {
	rows := []NoteRow{}
	for _, n := range notes {
		row := s.noteRow(n)
		row.Child = "" // the break says whose it is
		rows = append(rows, row)
	}
	return rows
}

func (s *sheet) noteRow(n *iep.Note) NoteRow {
	return NoteRow{
		Form: noteForm(n), On: maybeAbout(n.Date, n.Approximate), Child: s.named(n.ChildID), Kind: noteKind(n.Kind),
		Title: s.seriesTitle(n.SeriesID, n.ChildID), From: from(n.SaidBy, n.KnownBy),
	}
}

// noteKind is what a note is about; a word that is not ours stands as typed.
func noteKind(k iep.NoteKind) string {
	if k == "" {
		k = iep.PlainNote
	}
	if words.Has("note." + string(k)) {
		return words.Put("note." + string(k))
	}
	return string(k)
}

// from says who said something and how it is known.
func from(saidBy, knownBy string) string {
	text := ""
	if knownBy != "" {
		text = knownBy
		if words.Has("known." + knownBy) {
			text = words.Put("known." + knownBy)
		}
	}
	if saidBy == "" {
		return text
	}
	by := words.Put("notes.by", "name", saidBy)
	if text == "" {
		return say.Capital(by)
	}
	return text + ", " + by
}

// seriesTitle names a series that need not be there any more; none has no name.
func (s *sheet) seriesTitle(series, child string) string {
	if series == "" {
		return ""
	}
	if found := s.Ledger.Find(series, child); found != nil {
		return s.titleOf(found)
	}
	return words.Put("notes.gone_service")
}
