// Package app is the window's screens: one bound struct for each, which reads
// a form, asks the binder and answers with the whole view of the screen. There
// is no rule about therapy here; what a view says is computed in the core and
// worded by package say.
package app

import (
	"errors"
	"fmt"
	"io/fs"

	"midweek/app/window"
	"midweek/internal/core/day"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

// Options say what to open the window on.
type Options struct {
	Data   string  // the data folder; empty: the usual one
	Today  day.Day // freezes the day; none: the clock
	Sample bool    // begin with the sample family
	Pages  fs.FS   // the built front end

	Version string // of the program
}

// Run opens the window and returns when it is closed.
func Run(o Options) error {
	if window.Describing {
		return window.Run(window.Config{Window: window.New(prefs.In("")), Bind: (&Desk{}).Screens(), Pages: o.Pages})
	}
	house, err := open.New(open.Options{Data: o.Data, Today: o.Today})
	if err != nil && !errors.Is(err, open.ErrInUse) {
		return err
	}
	if house.CallOther() {
		fmt.Println(words.Put("run.second"))
		return nil
	}
	desk := &Desk{House: house, Version: o.Version, Keep: true, sample: o.Sample}
	w := window.New(house.Prefs())
	desk.Outside = w
	if err == nil {
		defer house.Listen(w.Raise)()
		go desk.begin()
	}
	defer desk.watch()()
	err = window.Run(window.Config{
		Asleep: desk.shut, Closing: desk.closing, Window: w, Bind: desk.Screens(), Pages: o.Pages, First: desk.First, Papers: desk.Paper, Dropped: desk.dropped,
		Folder: house.Folder(), Journal: window.NewJournal(house.Journal()),
	})
	return errors.Join(err, house.Close())
}
