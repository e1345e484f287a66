package app

import (
	"slices"
	"strconv"
	"strings"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// A RedactView says what removing the words of an entry for good would do.
type RedactView struct {
	Texts   int      `json:"texts"`   // that would go
	Writers []Writer `json:"writers"` // who wrote them
	From    string   `json:"from"`    // when the first was written
	To      string   `json:"to"`      // and the last
	Goes    []Need   `json:"goes"`    // entries that refer to it and go along, or let go
	After   string   `json:"after"`   // what holds afterwards
	Left    []Field  `json:"left"`    // what can still be read then
	Refused string   `json:"refused"` // why it cannot be done; empty when it can
}

// A Writer is who wrote some of the texts.
type Writer struct {
	Name  string `json:"name"`
	Texts int    `json:"texts"`
	Text  string `json:"text"` // 3 texts
}

// A RedactForm asks for a removal.
type RedactForm struct {
	Texts []string `json:"texts"` // hashes of the acts; empty for the entry's whole history
	Why   string   `json:"why"`   // a word of the list
	Typed string   `json:"typed"` // how many texts go, where it is more than one
}

// Preview says what a removal would remove.
func (h *History) Preview(q HistoryQuery, texts []string) (view *RedactView, err error) {
	defer window.Mend(&err)
	if err := h.Desk.read(); err != nil {
		return nil, err
	}
	return look(h.Desk, q.Child, func(s *sheet) (*RedactView, error) {
		r, err := s.room.Redaction(q.key(), hashes(texts))
		if err != nil {
			return nil, err
		}
		return s.redactView(q, r), nil
	})
}

// Remove removes for good what acts of the entry say.
func (h *History) Remove(q HistoryQuery, form RedactForm) (view *HistoryView, err error) {
	defer window.Mend(&err)
	if err := h.Desk.read(); err != nil {
		return nil, err
	}
	room, err := h.Desk.room()
	if err != nil {
		return nil, err
	}
	if err := h.Desk.shown(); err != nil {
		return nil, err
	}
	if err := confirmed(room, q, form); err != nil {
		return nil, err
	}
	done, err := room.Redact(q.key(), hashes(form.Texts), form.Why)
	if err != nil {
		return nil, err
	}
	return told(h.Desk, room, q.Child, removedWords(done.Acts), q.draw)
}

// confirmed refuses a removal of several texts for which their number was not
// typed.
func confirmed(room *open.Room, q HistoryQuery, form RedactForm) error {
	if !slices.Contains(history.RedactReasons, form.Why) {
		return refusal.At("why", refusal.New(refusal.Missing))
	}
	r, err := room.Redaction(q.key(), hashes(form.Texts))
	if err != nil {
		return err
	}
	if r.Refused != nil {
		return r.Refused
	}
	if len(r.Acts) < 2 {
		return nil
	}
	return binder.Confirm(strings.ReplaceAll(form.Typed, ",", ""), strconv.Itoa(len(r.Acts)))
}

func hashes(texts []string) []history.Hash {
	list := make([]history.Hash, 0, len(texts))
	for _, text := range texts {
		list = append(list, history.Hash(text))
	}
	return list
}

// removedWords name the deed; of it nothing is left to be undone.
func removedWords(texts int) string {
	return words.Deed([]history.What{{Kind: history.Redact, Count: texts}})
}

func (s *sheet) redactView(q HistoryQuery, r *binder.Redaction) *RedactView {
	v := &RedactView{Texts: len(r.Acts), Goes: []Need{}, Left: []Field{}}
	v.Writers, v.From, v.To = writers(r.Acts)
	for _, n := range r.Goes {
		v.Goes = append(v.Goes, Need{string(n.Noun), n.ID, s.entryTitle(n.Key), n.Loose})
	}
	switch {
	case r.Refused != nil && refusal.From(r.Refused) != nil:
		v.Refused = words.Refusal(refusal.From(r.Refused))
	case r.Stays == nil:
		v.After = words.Put("history.after_gone")
	case r.Stays.State == history.Withdrawn:
		v.After = words.Put("history.after_struck")
	default:
		v.After = words.Put("history.after_holds", "author", r.Stays.Last.Author, "at", instant(r.Stays.Last.At))
		if body, err := r.Stays.Last.Read(); err == nil && body != nil {
			v.Left = whole(s.fields(q.key().Noun, q.ID, body.Value))
		}
	}
	return v
}

// writers are who wrote some acts, the one with the most first, and when the
// first and the last were written.
func writers(acts []*history.Act) (list []Writer, from, to string) {
	list = []Writer{}
	for _, a := range acts {
		i := slices.IndexFunc(list, func(w Writer) bool { return w.Name == a.Author })
		if i < 0 {
			i = len(list)
			list = append(list, Writer{Name: a.Author})
		}
		list[i].Texts++
	}
	for i := range list {
		list[i].Text = words.Several("text", list[i].Texts)
	}
	slices.SortStableFunc(list, func(a, b Writer) int { return b.Texts - a.Texts })
	if len(acts) > 0 {
		first := slices.MinFunc(acts, byInstant)
		last := slices.MaxFunc(acts, byInstant)
		from, to = instant(first.At), instant(last.At)
	}
	return list, from, to
}

func byInstant(a, b *history.Act) int { return a.Written().Compare(b.Written()) }
