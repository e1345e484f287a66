package app

import (
	"strings"

	"midweek/app/window"
)

// A doing is a part of a screen that can be led to, by its words in the
// catalogue: find.go.NAME, and under find.also.NAME others that people may use
// for it.
type doing struct{ name, group, to string }

// doings stand beside the entries of the menu.
var doings = []doing{
	{"years", groupGo, href("family", "years")},
	{"unfilled", groupGo, href("log", "not_filled_in")},
	{"fit", groupGo, href("makeup")},
	{"rule", groupGo, href("rule")},
	{"asks", groupDo, href("rule") + "?part=asks"},
	{"paint", groupDo, href("calendar") + "?mark=1"},
	{"year", groupDo, href("year")},
	{"makeup", groupDo, href("log") + "?add=makeup"},
	{"extra", groupDo, href("log") + "?add=extra"},
	{"page", groupDo, href("planner")},
	{"charts", groupGo, href("charts")},
	{"summer", groupGo, href("summer")},
	{"early", groupDo, href("early")},
	{"lock", groupGo, href("lock")},
	{"files", groupGo, href("proof", "files")},
	{"wrong", groupGo, href("proof", "wrong")},
	{"copies", groupGo, href("copies")},
	{"stick", groupDo, href("copies")},
	{"portable", groupDo, href("copies")},
}

// actions adds what the window can do, as far as it is wanted. The parts of
// screens come before the rest of the menu.
func (f *search) actions(found map[string][]finding) {
	var rest []finding
	for _, a := range window.Actions() {
		switch text := f.actionText(a); {
		case text == "" || !f.wanted.in(text, also(a.Name)):
		case a.Goes:
			found[groupGo] = append(found[groupGo], f.does(text, FindItem{Does: a.Name, Key: a.Key}))
		default:
			rest = append(rest, f.does(text, FindItem{Does: a.Name, Key: a.Key}))
		}
	}
	for _, d := range doings {
		text := words.Put("find.go." + d.name)
		if f.wanted.in(text, also(d.name)) {
			found[d.group] = append(found[d.group], f.does(text, FindItem{To: d.to}))
		}
	}
	found[groupDo] = append(found[groupDo], rest...)
}

// also are other words that people may use for something that can be done.
func also(name string) string {
	if code := "find.also." + name; words.Has(code) {
		return words.Put(code)
	}
	return ""
}

func (f *search) does(text string, item FindItem) finding {
	item.Title, item.Child = f.wanted.mark(text), f.child
	return finding{tell: func() FindItem { return item }}
}

// actionText is an entry of the menu as it can be chosen now; empty when it
// cannot. Undo and Redo say what they would do.
func (f *search) actionText(a window.Action) string {
	undo, redo := f.edits()
	switch a.Name {
	case "undo":
		return namedEdit(a.Text, undo)
	case "redo":
		return namedEdit(a.Text, redo)
	case "new":
		if !f.room.Sample {
			return ""
		}
	}
	return strings.TrimSuffix(a.Text, "…")
}

func namedEdit(word, what string) string {
	if what == "" {
		return ""
	}
	return word + ": " + what
}
