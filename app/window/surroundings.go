package window

import "midweek/internal/edge/prefs"

// Surroundings are what the screens may ask for that only a window has. Paths
// come from the person through a dialog that Go opens, never from the page.
type Surroundings interface {
	// OpenFile asks which file to open; the path is empty when the person
	// would rather not.
	OpenFile(title string, kind Kind) (path string, err error)
	// OpenFiles asks which files to open, of any kind; there are none when the
	// person would rather not.
	OpenFiles(title string) (paths []string, err error)
	// Folder asks for a folder to save in; it is empty when the person would
	// rather not.
	Folder(title string) (path string, err error)
	// SaveFile asks where to save, with a name to begin with; the path is
	// empty when the person would rather not, and has an ending.
	SaveFile(title, name string, kind Kind) (path string, err error)
	// NameEdits says what Undo and Redo would do, for the Edit menu; empty
	// when there is nothing.
	NameEdits(undo, redo string)
	// Refresh tells the page to ask for its view again.
	Refresh()
	// AskLock tells the page to lock the record: it sends what was typed and
	// asks for the lock itself.
	AskLock()
	// Restart throws away what the page shows and begins it anew.
	Restart()
	// Dropped tells the page that files were dropped on the window: what is
	// calendar for a school's calendar that was read, papers for files that
	// wait to be attached.
	Dropped(what string)
	// ShowFolder opens a folder of the program's in the file manager.
	ShowFolder(folder string) error
	// Copy puts a text on the clipboard.
	Copy(text string) error
	// Prefs are the settings of this computer.
	Prefs() prefs.Prefs
	// ChangePrefs changes them and keeps the change; the frame of the window
	// follows the theme.
	ChangePrefs(change func(*prefs.Prefs)) error
}

// A Kind of file, for a dialog.
type Kind struct {
	Name   string   // for a person: Records (*.json)
	Ending string   // with its dot: .json
	Also   []string // other endings that are as good to open
}
