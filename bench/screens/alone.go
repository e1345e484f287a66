package main

import (
	"midweek/app/window"
	"midweek/internal/edge/prefs"
)

// alone is a program without a window around it.
type alone struct{}

func (alone) OpenFile(string, window.Kind) (string, error)         { return "", nil }
func (alone) OpenFiles(string) ([]string, error)                   { return nil, nil }
func (alone) Folder(string) (string, error)                        { return "", nil }
func (alone) SaveFile(string, string, window.Kind) (string, error) { return "", nil }
func (alone) NameEdits(string, string)                             {}
func (alone) Dropped(string)                                       {}
func (alone) AskLock()                                             {}
func (alone) Restart()                                             {}
func (alone) Refresh()                                             {}
func (alone) ShowFolder(string) error                              { return nil }
func (alone) Copy(string) error                                    { return nil }
func (alone) Prefs() prefs.Prefs                                   { return prefs.Prefs{} }
func (alone) ChangePrefs(func(*prefs.Prefs)) error                 { return nil }
