package window

import (
	"slices"
	"strings"
)

// An entry of the menu bar. Its name is what the page is told when it is
// chosen.
type entry struct {
	name  string
	label string
	key   key // shown beside the label; the page listens for it
}

// A key as a menu shows it: Ctrl+Shift+z, the key in lower case. Without a
// letter there is none.
type key struct {
	ctrl, shift bool
	letter      string
}

func ctrl(letter string) key { return key{ctrl: true, letter: letter} }

// String is the key in words: Ctrl+Shift+Z.
func (k key) String() string {
	text := strings.ToUpper(k.letter)
	if k.shift {
		text = "Shift+" + text
	}
	if k.ctrl {
		text = "Ctrl+" + text
	}
	return text
}

// line stands between two groups of entries.
var line = entry{}

// Entries that are not the page's to act upon.
const (
	showFiles = "show-files"
	quit      = "quit"
	undo      = "undo"
	redo      = "redo"
)

// A column of the menu bar.
type column struct {
	label   string
	entries []entry
}

// columns are the menu bar. A chosen entry is sent to the page as the event
// "menu" with its name.
var columns = []column{
	{"File", []entry{
		{"new", "New record…", key{}},
		{"open", "Open a record file…", ctrl("o")},
		{"bring-in", "Bring in calendar…", key{}},
		{"save-copy", "Save a copy of the record…", ctrl("s")},
		{"copies", "Safe copies…", key{}},
		line,
		{showFiles, "Show my files", key{}},
		{"lock", "Lock now", ctrl("l")},
		line,
		{quit, "Quit", ctrl("q")},
	}},
	{"Edit", []entry{
		{undo, "Undo", ctrl("z")},
		{redo, "Redo", key{ctrl: true, shift: true, letter: "z"}},
		{"changes", "Recent changes…", key{}},
		line,
		{"cut", "Cut", ctrl("x")},
		{"copy", "Copy", ctrl("c")},
		{"paste", "Paste", ctrl("v")},
		line,
		{"find", "Find…", ctrl("k")},
	}},
	{"View", []entry{
		{"today", "Today", ctrl("1")},
		{"calendar", "Calendar", ctrl("2")},
		{"log", "Session log", ctrl("3")},
		{"owed", "Minutes owed", ctrl("4")},
		{"planner", "Day planner", ctrl("5")},
		{"notes", "Notes & promises", ctrl("6")},
		{"family", "Child & services", ctrl("7")},
		{"papers", "Attachments", ctrl("8")},
		line,
		{"larger", "Larger text", ctrl("+")},
		{"smaller", "Smaller text", ctrl("-")},
		{"normal", "Normal text", ctrl("0")},
		line,
		{"hide-names", "Hide names", key{ctrl: true, shift: true, letter: "h"}},
		line,
		{"theme-system", "Colors of the system", key{}},
		{"theme-light", "Light", key{}},
		{"theme-dark", "Dark", key{}},
	}},
	{"Help", []entry{
		{"help", "Help", key{letter: "f1"}},
		{"keys", "Keys", ctrl("/")},
		{"proof", "What leaves this computer", key{}},
		{"about", "About Midweek", key{}},
	}},
}

// An Action is an entry of the menu that the page can act upon.
type Action struct {
	Name string // what the page is told
	Text string // as it stands in the menu
	Key  string // in words: Ctrl+2; empty for none
	Goes bool   // it only leads to a screen
}

// alone are the entries that are the system's, or the menu's own.
var alone = []string{"cut", "copy", "paste", "find", quit}

// Actions are the entries of the menu that the page can act upon, in their
// order.
func Actions() []Action {
	var list []Action
	for _, c := range columns {
		goes := c.label == "View" // up to its first line
		for _, e := range c.entries {
			goes = goes && e != line
			if e != line && !slices.Contains(alone, e.name) {
				list = append(list, Action{e.name, e.label, e.key.String(), goes})
			}
		}
	}
	return list
}
