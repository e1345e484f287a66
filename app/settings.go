package app

import (
	"midweek/app/window"
	"midweek/internal/edge/prefs"
)

// Settings are how the window looks on this computer. They are no part of any
// record.
type Settings struct{ Desk *Desk }

// A SettingsView is how the window looks.
type SettingsView struct {
	Zoom  int    `json:"zoom"`  // text size in percent, 80 to 200
	Theme string `json:"theme"` // system, light, dark
	Keys  bool   `json:"keys"`  // single-letter keys in a list
}

// View tells the settings.
func (s *Settings) View() (view *SettingsView, err error) {
	defer window.Mend(&err)
	p := s.Desk.Outside.Prefs()
	view = &SettingsView{Zoom: 100, Theme: "system", Keys: p.Keys != "off"}
	if p.Zoom >= 80 && p.Zoom <= 200 {
		view.Zoom = p.Zoom
	}
	if p.Theme == "light" || p.Theme == "dark" {
		view.Theme = p.Theme
	}
	return view, nil
}

// Save keeps the settings.
func (s *Settings) Save(v SettingsView) (view *SettingsView, err error) {
	defer window.Mend(&err)
	err = s.Desk.Outside.ChangePrefs(func(p *prefs.Prefs) {
		p.Zoom, p.Theme, p.Keys = v.Zoom, v.Theme, "on"
		if !v.Keys {
			p.Keys = "off"
		}
	})
	if err != nil {
		return nil, err
	}
	return s.View()
}
