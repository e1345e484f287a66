package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
	"midweek/internal/open"
)

// nearlyFull is from how many bytes on the screen says that there is not much
// room left: nine tenths of what can be attached.
const nearlyFull = open.MaxPapers / 10 * 9

func (q PapersQuery) draw(s *sheet) (*PapersView, error) {
	q.Child = s.child
	v := &PapersView{Frame: s.frame(), Query: q, Rows: []PaperRow{}, Untaken: []PaperReason{}, Entries: s.linkable()}
	if q.Noun != "" {
		v.Of = s.paperOf(iep.Ref{Noun: q.Noun, ID: q.ID}).Text
	}
	whole, shown := 0, 0
	for i := range s.Record.Attachments {
		a := &s.Record.Attachments[i]
		whole += a.Size
		if s.wantsPaper(q, a) {
			shown += a.Size
			v.Rows = append(v.Rows, s.paperRow(a))
		}
	}
	slices.Reverse(v.Rows) // of one day the one that came last stands first
	slices.SortStableFunc(v.Rows, func(a, b PaperRow) int { return cmp.Compare(b.Added.ISO, a.Added.ISO) })
	if len(v.Rows) > 0 {
		v.Lead = words.Put("papers.lead", "files", words.Several("file", len(v.Rows)), "size", words.Size(shown))
	}
	if whole > nearlyFull {
		v.Warning = words.Put("papers.full", "size", words.Size(whole), "limit", words.Size(open.MaxPapers))
	}
	var err error
	v.Loose, err = s.loosePapers()
	return v, err
}

// loosePapers tells of files that no entry names. Before the acts are read it
// is not known.
func (s *sheet) loosePapers() (string, error) {
	if s.Folded == nil || s.room.ReadOnly() {
		return "", nil
	}
	n, err := s.room.LoosePapers()
	if err != nil || n == 0 {
		return "", err
	}
	return words.Put("papers.loose", "files", words.Several("loose", n)), nil
}

// wantsPaper says whether an attachment is to be listed. One that belongs to no
// child is everybody's.
func (s *sheet) wantsPaper(q PapersQuery, a *iep.Attachment) bool {
	if q.Noun != "" {
		return slices.ContainsFunc(a.Of, func(r iep.Ref) bool { return r.Noun == q.Noun && r.ID == q.ID })
	}
	if s.child == "" {
		return true
	}
	owners := s.ownersOf(a)
	return len(owners) == 0 || slices.Contains(owners, s.child)
}

// ownersOf are the children of the entries that an attachment belongs to.
func (s *sheet) ownersOf(a *iep.Attachment) []string {
	var owners []string
	for _, ref := range a.Of {
		owners = append(owners, s.ChildrenOf(ref)...)
	}
	return owners
}

func (s *sheet) paperRow(a *iep.Attachment) PaperRow {
	row := PaperRow{
		ID: a.ID, Name: cmp.Or(a.Name, words.Put("papers.nameless")), Kind: paperKind(a.MediaType), Size: words.Size(a.Size),
		Added: dayOf(a.AddedOn), Of: []PaperOf{}, Note: a.Note, Show: showAs(a.MediaType),
	}
	for _, ref := range a.Of {
		row.Of = append(row.Of, s.paperOf(ref))
	}
	if amiss := s.room.PaperAmiss(a.ID); amiss != nil {
		row.Trouble = fullRefusal(amiss)
	}
	return row
}

// fullRefusal is a refusal that stands by itself.
func fullRefusal(r *refusal.Refusal) string { return say.Capital(words.Refusal(r)) + "." }

// paperKind is a kind of file in words.
func paperKind(mediaType string) string {
	if code := "paper." + mediaType; words.Has(code) {
		return words.Put(code)
	}
	return words.Put("paper.")
}

// showAs is how the page shows a kind of file; empty where it does not.
func showAs(mediaType string) string {
	return map[string]string{"image/jpeg": "image", "image/png": "image", "application/pdf": "pdf"}[mediaType]
}

// paperOf says to what an attachment belongs, and where to look at that.
func (s *sheet) paperOf(ref iep.Ref) PaperOf {
	of := PaperOf{Key: ref.Noun + " " + ref.ID, Text: s.entryText(ref)}
	if of.Text == "" {
		of.Text = words.Put("papers.of_gone")
		return of
	}
	of.To = s.entryHref(keyOf(history.Noun(ref.Noun), ref.ID))
	return of
}

// entryText names an entry; empty when it is not there.
func (s *sheet) entryText(ref iep.Ref) string {
	r := s.Record
	switch history.Noun(ref.Noun) {
	case history.Child:
		if c := r.Child(ref.ID); c != nil {
			return cmp.Or(c.Name, c.ID)
		}
	case history.Plan:
		if p := s.Plan(ref.ID); p != nil {
			return s.dated(p.ChildID, words.Put("plan."+string(p.Kind)), p.Start)
		}
	case history.Service:
		if p, service := s.Service(ref.ID); service != nil {
			return s.dated(p.ChildID, s.titleIn(p.ChildID, service), day.None)
		}
	case history.Session:
		return s.sessionText(ref.ID)
	case history.Request:
		return textIn(s, r.Requests, ref, func(x *iep.Request) (string, string, day.Day) { return x.ID, x.ChildID, x.SentOn })
	case history.Meeting:
		return textIn(s, r.Meetings, ref, func(x *iep.Meeting) (string, string, day.Day) { return x.ID, x.ChildID, x.Date })
	case history.Carryover:
		return textIn(s, r.Carryovers, ref, func(x *iep.Carryover) (string, string, day.Day) { return x.ID, x.ChildID, x.Date })
	case history.Note:
		return textIn(s, r.Notes, ref, func(x *iep.Note) (string, string, day.Day) { return x.ID, x.ChildID, x.Date })
	case history.Promise:
		return textIn(s, r.Promises, ref, func(x *iep.Promise) (string, string, day.Day) { return x.ID, x.ChildID, x.Date })
	case history.Removal:
		return textIn(s, r.Removals, ref, func(x *iep.Removal) (string, string, day.Day) { return x.ID, x.ChildID, x.First })
	case history.Arrangement:
		return textIn(s, r.Arrangements, ref, func(x *iep.Arrangement) (string, string, day.Day) { return x.ID, x.ChildID, x.Date })
	}
	return ""
}

func textIn[T any](s *sheet, rows []T, ref iep.Ref, of func(*T) (id, child string, on day.Day)) string {
	for i := range rows {
		if id, child, on := of(&rows[i]); id == ref.ID {
			return s.dated(child, words.Put("papers."+ref.Noun), on)
		}
	}
	return ""
}

// dated is a thing with its child, where there are several, and its day.
func (s *sheet) dated(childID, what string, on day.Day) string {
	text := what
	if name := s.named(childID); name != "" {
		text = words.Put("papers.childs", "child", name, "what", what)
	}
	if on != day.None {
		text = words.Put("papers.on", "what", text, "day", words.Day(on))
	}
	return text
}

func (s *sheet) sessionText(key string) string {
	slot, row := s.Slot(key), s.RowOf(key)
	var series *ledger.Series
	var on day.Day
	switch {
	case row != nil:
		series, on = s.seriesOf(row.ServiceID), row.Date
	case slot != nil:
		series, on = s.seriesOf(slot.Version.Service.ID), slot.Date
	}
	if series == nil {
		return ""
	}
	return s.dated(series.ChildID, s.title(series.VersionOn(on)), on)
}

// linkable are the entries that an attachment can be linked to from the list: a
// session is linked from the log.
func (s *sheet) linkable() []Choice {
	var refs []iep.Ref
	add := func(noun history.Noun, id string) { refs = append(refs, iep.Ref{Noun: string(noun), ID: id}) }
	for i := range s.Record.Children {
		add(history.Child, s.Record.Children[i].ID)
	}
	for i := range s.Record.Plans {
		p := &s.Record.Plans[i]
		add(history.Plan, p.ID)
		for j := range p.Services {
			add(history.Service, p.Services[j].ID)
		}
	}
	for i := range s.Record.Requests {
		add(history.Request, s.Record.Requests[i].ID)
	}
	for i := range s.Record.Meetings {
		add(history.Meeting, s.Record.Meetings[i].ID)
	}
	for i := range s.Record.Carryovers {
		add(history.Carryover, s.Record.Carryovers[i].ID)
	}
	list := []Choice{}
	for _, ref := range refs {
		of := s.paperOf(ref)
		list = append(list, Choice{of.Key, of.Text})
	}
	return list
}

// attached counts the attachments of the entries of a noun, by their ids.
func (s *sheet) attached(noun history.Noun) map[string]int {
	count := map[string]int{}
	for i := range s.Record.Attachments {
		for _, ref := range s.Record.Attachments[i].Of {
			if ref.Noun == string(noun) {
				count[ref.ID]++
			}
		}
	}
	return count
}

// amissPapers are the attachments whose files are missing or damaged, as the
// last check found them.
func (s *sheet) amissPapers() []string {
	var rows []string
	for i := range s.Record.Attachments {
		a := &s.Record.Attachments[i]
		if amiss := s.room.PaperAmiss(a.ID); amiss != nil {
			rows = append(rows, words.Put("notice.paper", "name", a.Name, "why", words.Refusal(amiss)))
		}
	}
	return rows
}
