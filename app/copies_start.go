package app

import (
	"path/filepath"

	"midweek/app/window"
	"midweek/internal/core/refusal"
	"midweek/internal/open"
)

// A LyingView is what safe copies there are while no record is open.
type LyingView struct {
	Rows []CopyRow `json:"rows"`
	// Chosen is the copy that waits for its passphrase; its name is empty when
	// none does.
	Chosen ChosenCopy `json:"chosen"`
}

// A ChosenCopy is a file that a person chose to open as a safe copy.
type ChosenCopy struct {
	Name string `json:"name"` // of the file alone
	Done bool   `json:"done"` // it is the record now
}

// copyFiles are the files of safe copies.
var copyFiles = window.Kind{Name: words.Put("dialog.copies"), Ending: ".vault", Also: []string{".db"}}

// Lying lists the safe copies in the data folder, where the record itself does
// not open.
func (c *Copies) Lying() (view *LyingView, err error) {
	defer window.Mend(&err)
	v := &LyingView{Rows: []CopyRow{}}
	all, err := c.Desk.House.Copies()
	if err != nil {
		return nil, err
	}
	for i := range all {
		v.Rows = append(v.Rows, copyRow(&all[i]))
	}
	return v, nil
}

// ChooseFile asks for the file of a safe copy. One that is not locked becomes
// the record at once; a locked one waits for OpenChosen.
func (c *Copies) ChooseFile() (view *LyingView, err error) {
	defer window.Mend(&err)
	path, err := c.Desk.Outside.OpenFile(words.Put("dialog.copy"), copyFiles)
	if err != nil || path == "" {
		return &LyingView{Rows: []CopyRow{}}, err
	}
	return c.choose(path)
}

// ChooseLying takes one of the copies in the data folder, in the same way.
func (c *Copies) ChooseLying(name string) (view *LyingView, err error) {
	defer window.Mend(&err)
	file, err := c.Desk.House.CopyFile(name)
	if err != nil {
		return nil, err
	}
	return c.choose(file)
}

// choose opens a copy. One that is locked is kept in mind until its passphrase
// comes: no path goes to the page.
func (c *Copies) choose(path string) (*LyingView, error) {
	c.Desk.chosen.Store(&path)
	v := &LyingView{Rows: []CopyRow{}, Chosen: ChosenCopy{Name: filepath.Base(path)}}
	err := c.Desk.House.OpenCopy(path, nil)
	if sealed(err) {
		return v, nil
	}
	v.Chosen.Done = err == nil
	return v, err
}

// OpenChosen opens the locked copy that was chosen, with its passphrase or a
// recovery key.
func (c *Copies) OpenChosen(typed string) (view *LyingView, err error) {
	defer window.Mend(&err)
	path := c.Desk.chosen.Load()
	if path == nil {
		return nil, refusal.New(refusal.Gone)
	}
	if typed == "" {
		return nil, refusal.At("secret", refusal.New(refusal.Missing))
	}
	secret := secretIn(typed)
	defer secret.Forget()
	if err := c.Desk.House.OpenCopy(*path, &secret); err != nil {
		return nil, refusal.At("secret", err)
	}
	c.Desk.chosen.Store(nil)
	return &LyingView{Rows: []CopyRow{}, Chosen: ChosenCopy{Name: filepath.Base(*path), Done: true}}, nil
}

// sealed says whether something waits for a passphrase, and nothing is wrong.
func sealed(err error) bool {
	r := refusal.From(err)
	return r != nil && r.Code == refusal.RecordSealed
}

// secretIn is a recovery key where the text is one, else a passphrase.
func secretIn(typed string) open.Secret {
	if key, err := open.Recovery(typed); err == nil {
		return key
	}
	return open.Passphrase(typed)
}
