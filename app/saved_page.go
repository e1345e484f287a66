package app

import (
	"path/filepath"

	"midweek/app/window"
	"midweek/internal/core/block"
	"midweek/internal/open"
)

// pages are the files that a page to print is saved as.
var pages = window.Kind{Name: words.Put("dialog.pages"), Ending: ".pdf"}

// savePage asks where to save a page, under a name to begin with, and writes it
// there. It changes nothing of the record. The answer is what was done, in
// words; empty when no place was chosen.
func (d *Desk) savePage(name string, page *block.Document) (did string, err error) {
	if err := d.shown(); err != nil { // a page is for others, who need the names
		return "", err
	}
	path, err := d.Outside.SaveFile(words.Put("dialog.save_page"), name+pages.Ending, pages)
	if err != nil || path == "" {
		return "", err
	}
	if err := open.SavePage(path, page); err != nil {
		return "", err
	}
	return words.Put("did.saved_page", "name", filepath.Base(path)), nil
}
