package app

import (
	"path/filepath"

	"midweek/app/window"
	"midweek/internal/open"
)

// A PortableForm is the passphrase of a copy to take along, typed twice.
type PortableForm struct {
	Passphrase string `json:"passphrase"`
	Again      string `json:"again"`
}

// portables are the files that everything is taken along in.
var portables = window.Kind{Name: words.Put("dialog.portables"), Ending: ".age"}

// Portable asks where to save, and writes everything of the record there, locked
// with a passphrase of its own. It works for the sample family too, to see what
// is in it.
func (c *Copies) Portable(child string, form PortableForm) (view *CopiesView, err error) {
	defer window.Mend(&err)
	room, err := c.Desk.room()
	if err != nil {
		return nil, err
	}
	if err := room.CheckPortable(form.Passphrase, form.Again); err != nil {
		return nil, err
	}
	name := "midweek-" + room.Today().String() + open.PortableEnding
	path, err := c.Desk.Outside.SaveFile(words.Put("dialog.portable"), name, portables)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return c.View(child)
	}
	not, err := room.SavePortable(path, form.Passphrase)
	if err != nil {
		return nil, err
	}
	view, err = look(c.Desk, child, c.draw)
	if err == nil {
		view.Frame.Did, view.Untaken = words.Put("did.portable", "name", filepath.Base(path)), reasonsOf(not)
	}
	return view, err
}
