package app

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"midweek/app/window"
	"midweek/internal/binder"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
)

// Names hides the names of children and people on the screen, for when somebody
// looks over a shoulder. It lasts until they are shown again or the program
// ends, and nothing of it is written down.
type Names struct{ Desk *Desk }

// Hide hides names or shows them again. The page asks for all of its views
// anew, so that no form with a name in it stays open.
func (n *Names) Hide(hide bool) (hidden bool, err error) {
	defer window.Mend(&err)
	if _, err := n.Desk.room(); err != nil {
		return false, err
	}
	n.Desk.hidden.Store(hide)
	return hide, nil
}

// shown refuses while names are hidden: what a form shows would be saved in
// place of a name.
func (d *Desk) shown() error {
	if d.hidden.Load() {
		return refusal.New(refusal.NamesHidden)
	}
	return nil
}

// A mask turns names into first letters. The zero mask changes nothing.
type mask struct {
	names []string          // the longest first
	short map[string]string // what stands in place of each
}

// maskOf hides the names of a record's children and people, and of who writes in
// it. Two of the same letters are told apart by a number, in the record's
// order: M., M. 2.
func maskOf(r *record.Record, writers ...string) mask {
	m := mask{short: map[string]string{}}
	taken := map[string]int{}
	add := func(name string) {
		if m.short[name] != "" || strings.TrimSpace(name) == "" {
			return
		}
		letters := initials(name)
		taken[letters]++
		if n := taken[letters]; n > 1 {
			letters += " " + strconv.Itoa(n)
		}
		m.short[name] = letters
		for _, word := range strings.Fields(name) {
			if alone(word) && m.short[word] == "" {
				m.short[word] = letters
			}
		}
	}
	for _, c := range r.Children {
		add(c.Name)
	}
	for _, c := range r.Contacts {
		add(c.Name)
	}
	for _, name := range writers {
		add(name)
	}
	for name := range m.short {
		m.names = append(m.names, name)
	}
	slices.SortFunc(m.names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return m
}

// initials are the first letters of a name: Dana Whitfield is D. W.
func initials(name string) string {
	var letters []string
	for _, word := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(word)
		letters = append(letters, string(unicode.ToUpper(first))+".")
	}
	return strings.Join(letters, " ")
}

// common are words of the program's own that are names as well. They stand for
// the name only where nothing but the name stands.
var common = strings.Fields("April May June August January February March July September October November December " +
	"Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Ms. Mr. Mrs. Dr. Will Mark Art")

// alone says whether a word of a name is looked for by itself.
func alone(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && len(word) > size && !slices.Contains(common, word)
}

// text is a text with each name in it replaced.
func (m mask) text(text string) string {
	if short, ok := m.short[text]; ok {
		return short
	}
	for _, name := range m.names {
		if !slices.Contains(common, name) && strings.Contains(text, name) {
			text = replaced(text, name, m.short[name])
		}
	}
	return text
}

// replaced puts one text in place of another where that stands as whole words.
func replaced(text, name, short string) string {
	var b strings.Builder
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return b.String() + text[from:]
		}
		at += from
		end := at + len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[end:])
		b.WriteString(text[from:at])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			b.WriteString(name)
		} else {
			b.WriteString(short)
		}
		from = end
	}
}

// book is a copy of a book in which children and people have first letters for
// names. The ledger knows no names.
func (m mask) book(b *binder.Book) *binder.Book {
	masked, r := *b, *b.Record
	r.Children = slices.Clone(r.Children)
	for i := range r.Children {
		r.Children[i].Name = m.text(r.Children[i].Name)
	}
	r.Contacts = slices.Clone(r.Contacts)
	for i := range r.Contacts {
		hidePerson(&r.Contacts[i], m)
	}
	masked.Record = &r
	return &masked
}

// hidePerson leaves of a person what tells nobody who it is.
func hidePerson(c *iep.Contact, m mask) { c.Name, c.Phone, c.Email = m.text(c.Name), "", "" }

// in replaces the names in every text of a view, also where a person wrote them
// into words of their own.
func (m mask) in(view any) { m.walk(reflect.ValueOf(view)) }

func (m mask) walk(v reflect.Value) {
	if len(m.names) == 0 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			m.walk(own(v).Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.walk(v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		v = own(v)
		for i := range v.Len() {
			m.walk(v.Index(i))
		}
	case reflect.Map:
		m.walkMap(v)
	case reflect.String:
		if v.CanSet() {
			v.SetString(m.text(v.String()))
		}
	}
}

// walkMap hides the names in texts that stand under keys; other values have
// none.
func (m mask) walkMap(v reflect.Value) {
	texts, ok := v.Interface().(map[string]string)
	if !ok || !v.CanSet() {
		return
	}
	hidden := make(map[string]string, len(texts))
	for key, text := range texts {
		hidden[key] = m.text(text)
	}
	v.Set(reflect.ValueOf(hidden))
}

// own makes a part of a view its own before it is changed: a list in a view may
// be the very list that stands in the record.
func own(v reflect.Value) reflect.Value {
	if !v.CanSet() {
		return v
	}
	switch v.Kind() {
	case reflect.Slice:
		if !v.IsNil() {
			copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(copied, v)
			v.Set(copied)
		}
	case reflect.Pointer:
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(v.Elem())
		v.Set(copied)
	}
	return v
}
