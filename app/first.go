package app

import (
	"encoding/json"
	"errors"

	"midweek/app/window"
	"midweek/internal/open"
)

// firstAnswers are what the page asks as it starts. They come with it, so that
// the first screen stands at once. What could not be answered is left out: the
// page asks, and shows why.
type firstAnswers struct {
	Start    *StartView    `json:"Start,omitempty"`
	Settings *SettingsView `json:"Settings,omitempty"`
	Today    *TodayView    `json:"Today,omitempty"` // of all children
}

// First is the JSON of the first answers.
func (d *Desk) First() []byte {
	var first firstAnswers
	first.Settings, _ = (&Settings{d}).View()
	start, err := (&Start{d}).View()
	if err == nil {
		first.Start = start
		if start.State == "open" {
			first.Today, _ = (&Today{d}).View("")
		}
	}
	text, err := json.Marshal(first)
	if err != nil {
		return nil
	}
	return text
}

// begin opens the record while the window is being made. What goes wrong is
// told by Start.View, which tries again.
func (d *Desk) begin() {
	var err error
	defer window.Mend(&err)
	err = d.enter()
}

// enter opens the record that the window begins with, unless one is open.
func (d *Desk) enter() error {
	d.entering.Lock()
	defer d.entering.Unlock()
	switch {
	case d.House.Room() != nil:
		return nil
	case d.sample:
		return d.House.Sample()
	}
	err := d.House.Own()
	var shut *open.Unopenable
	if errors.As(err, &shut) && shut.State == open.Sealed && d.unlockKept() {
		return nil
	}
	return err
}

// leave closes the open record; the next to be entered is the family's own.
func (d *Desk) leave() error {
	d.entering.Lock()
	defer d.entering.Unlock()
	d.sample = false
	return d.House.Leave()
}
