package window

import "strings"

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
		line,
		{showFiles, "Show my files", key{}},
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
	}},
	{"View", []entry{
		{"today", "Today", ctrl("1")},
		{"calendar", "Calendar", ctrl("2")},
		{"log", "Session log", ctrl("3")},
		{"owed", "Minutes owed", ctrl("4")},
		{"planner", "Day planner", ctrl("5")},
		{"family", "Child & services", ctrl("6")},
		line,
		{"larger", "Larger text", ctrl("+")},
		{"smaller", "Smaller text", ctrl("-")},
		{"normal", "Normal text", ctrl("0")},
		line,
		{"theme-system", "Colors of the system", key{}},
		{"theme-light", "Light", key{}},
		{"theme-dark", "Dark", key{}},
	}},
	{"Help", []entry{
		{"keys", "Keys", key{letter: "f1"}},
		{"about", "About Midweek", key{}},
	}},
}
