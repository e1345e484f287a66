package app

import (
	"cmp"
	"strconv"
	"strings"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/history"
	"midweek/internal/core/say"
)

// Erasure is the screen on which all of a child's data is removed for good.
type Erasure struct{ Desk *Desk }

// A ErasureQuery names the child.
type ErasureQuery struct {
	Child string `json:"child"` // that is looked at; empty for all
	Who   string `json:"who"`   // the child that is to be removed
}

// A ErasureView says what there is about the child, what goes, what is to be
// chosen, and what cannot be reached from here.
type ErasureView struct {
	Frame   Frame          `json:"frame"`
	Query   ErasureQuery   `json:"query"`
	Name    string         `json:"name"`
	Type    string         `json:"type"`    // what is to be typed: the name, or where that cannot be typed the number of texts
	Texts   int            `json:"texts"`   // about this child alone: all go
	All     string         `json:"all"`     // the same in words: 212 texts
	Counts  []string       `json:"counts"`  // 212 sessions, 2 plans …
	Writers []Writer       `json:"writers"` // who wrote them
	From    string         `json:"from"`
	To      string         `json:"to"`
	Places  []ErasurePlace `json:"places"` // to choose about, one by one
	Papers  string         `json:"papers"` // attachments that are deleted; empty for none
	Done    string         `json:"done"`   // what was done; empty before
	Unclean string         `json:"unclean"`
}

// A ErasurePlace is an entry that is not about the child alone.
type ErasurePlace struct {
	Key     string   `json:"key"` // for the choice
	Noun    string   `json:"noun"`
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Why     string   `json:"why"`     // about Theo too; has the name in it
	Found   string   `json:"found"`   // the words around the name; empty where it is not in it
	Choices []Choice `json:"choices"` // keep, named, all
	Chosen  string   `json:"chosen"`  // to begin with; empty: a person has to say
}

// A ErasureForm asks for it.
type ErasureForm struct {
	Typed   string          `json:"typed"` // the child's name
	Choices []ErasureChoice `json:"choices"`
}

// A ErasureChoice is what becomes of one place.
type ErasureChoice struct {
	Key    string `json:"key"`
	Choice string `json:"choice"`
}

func (v *ErasureView) frame() *Frame { return &v.Frame }

// View shows what removing a child would do.
func (r *Erasure) View(q ErasureQuery) (view *ErasureView, err error) {
	defer window.Mend(&err)
	if err := r.Desk.read(); err != nil {
		return nil, err
	}
	return look(r.Desk, q.Child, q.draw)
}

// Undo takes back the latest deed.
func (r *Erasure) Undo(q ErasureQuery) (*ErasureView, error) { return undo(r.Desk, q.Child, q.draw) }

// Redo does again what was taken back.
func (r *Erasure) Redo(q ErasureQuery) (*ErasureView, error) { return redo(r.Desk, q.Child, q.draw) }

// Remove removes all of it, in one deed that cannot be undone.
func (r *Erasure) Remove(q ErasureQuery, form ErasureForm) (view *ErasureView, err error) {
	defer window.Mend(&err)
	if err := r.Desk.shown(); err != nil {
		return nil, err
	}
	before, err := r.View(q)
	if err != nil {
		return nil, err
	}
	if fold(strings.TrimSpace(form.Typed)) != fold(before.Type) {
		return nil, binder.Confirm(form.Typed, before.Type)
	}
	room, err := r.Desk.room()
	if err != nil {
		return nil, err
	}
	done, err := room.RemoveChild(q.Who, naming, before.choices(form.Choices))
	if err != nil {
		return nil, err
	}
	return told(r.Desk, room, "", removedWords(done.Acts), func(s *sheet) (*ErasureView, error) { return q.after(s, before, done), nil })
}

// typeable is a name to type for a yes; of one that nobody types, the number of
// texts.
func typeable(name string, texts int) string {
	if bare := strings.TrimSpace(name); bare != "" && say.Plain(bare) == bare && len([]rune(bare)) <= 40 {
		return bare
	}
	return strconv.Itoa(texts)
}

// choices are those of a form, by the places of the view.
func (v *ErasureView) choices(chosen []ErasureChoice) map[history.Key]binder.Choice {
	byKey := map[string]string{}
	for _, c := range chosen {
		byKey[c.Key] = c.Choice
	}
	choices := map[history.Key]binder.Choice{}
	for _, p := range v.Places {
		choices[history.Key{Noun: history.Noun(p.Noun), ID: p.ID}] = binder.Choice(cmp.Or(byKey[p.Key], p.Chosen))
	}
	return choices
}

func (q ErasureQuery) draw(s *sheet) (*ErasureView, error) {
	found, err := s.room.Erasure(q.Who, naming)
	if err != nil {
		return nil, err
	}
	v := &ErasureView{Frame: s.frame(), Query: q, Name: s.childName(q.Who), Texts: len(found.Alone), Places: []ErasurePlace{}}
	v.Type = typeable(v.Name, v.Texts)
	v.All = words.Several("text", v.Texts)
	v.Counts = nounCounts(found.Alone)
	v.Writers, v.From, v.To = writers(found.Alone)
	if n := len(found.Attachments); n > 0 {
		v.Papers = words.Several("attachment", n)
	}
	for i := range found.Places {
		v.Places = append(v.Places, s.erasurePlace(q.Who, &found.Places[i], naming(found.Names)))
	}
	return v, nil
}

func (q ErasureQuery) after(s *sheet, before *ErasureView, done *binder.Removed) *ErasureView {
	v := &ErasureView{
		Frame: s.frame(), Query: q, Name: before.Name, Counts: []string{}, Writers: []Writer{}, Places: []ErasurePlace{},
		Done: words.Put("erasure.done", "texts", words.Several("text", done.Acts)),
	}
	if done.Unclean == nil {
		v.Done += " " + words.Put("erasure.anew")
	} else {
		v.Unclean = words.Put("erasure.unclean")
	}
	if done.Attached != nil {
		v.Unclean = strings.TrimSpace(v.Unclean + " " + words.Put("erasure.attached"))
	}
	return v
}

// nounCounts are how many entries of each kind some acts are about.
func nounCounts(acts []*history.Act) []string {
	order, seen := []history.Noun{}, map[history.Noun]map[string]bool{}
	for _, a := range acts {
		body, err := a.Read()
		if err != nil || body == nil || body.Noun == "" {
			continue
		}
		if seen[body.Noun] == nil {
			seen[body.Noun] = map[string]bool{}
			order = append(order, body.Noun)
		}
		seen[body.Noun][body.ID] = true
	}
	list := []string{}
	for _, noun := range order {
		list = append(list, nounText(noun)+": "+words.Number(len(seen[noun])))
	}
	return list
}

func (s *sheet) erasurePlace(child string, p *binder.Place, named func(string) bool) ErasurePlace {
	v := ErasurePlace{
		Key: p.Name(), Noun: string(p.Key.Noun), ID: p.Key.ID, Why: s.placeWhy(child, p),
		Text:    words.Put("erasure.place", "noun", nounText(p.Key.Noun), "title", s.entryTitle(p.Key)),
		Choices: []Choice{{string(binder.KeepAll), words.Put("erasure.keep")}},
	}
	if n := len(p.Named); n > 0 && n < len(p.Acts) {
		v.Choices = append(v.Choices, Choice{string(binder.OnlyNamed), words.Put("erasure.named", "texts", words.Several("text", n))})
	}
	v.Choices = append(v.Choices, Choice{string(binder.WholeOf), words.Put("erasure.all", "texts", words.Several("text", len(p.Acts)))})
	if len(p.Named) == 0 {
		v.Chosen = string(binder.KeepAll)
	} else {
		v.Found = s.around(p.Named[len(p.Named)-1], named)
	}
	return v
}

// placeWhy says why an entry is asked about.
func (s *sheet) placeWhy(child string, p *binder.Place) string {
	var others []string
	for _, id := range p.About {
		if id != child {
			others = append(others, s.childName(id))
		}
	}
	switch {
	case len(others) == 0:
		return words.Put("erasure.family")
	case len(others) < len(p.About):
		return words.Put("erasure.shared", "names", words.And(others))
	}
	return words.Put("erasure.others", "names", words.And(others))
}

// around is the field of an act in which a name stands.
func (s *sheet) around(a *history.Act, named func(string) bool) string {
	body, err := a.Read()
	if err != nil || body == nil {
		return ""
	}
	if named(body.Because) {
		return body.Because
	}
	for _, f := range s.fields(body.Noun, body.ID, body.Value) {
		if named(f.text) {
			return f.label + ": " + f.text
		}
	}
	return words.Put("erasure.inside")
}
