package app

import (
	"encoding/json"
	"os"
	"testing"

	"midweek/app/window"
	"midweek/internal/edge/prefs"
	"midweek/internal/open"
)

type nowhere struct{}

func (nowhere) OpenFile(string, window.Kind) (string, error)         { return "", nil }
func (nowhere) SaveFile(string, string, window.Kind) (string, error) { return "", nil }
func (nowhere) NameEdits(string, string)                             {}
func (nowhere) ShowFolder(string) error                              { return nil }
func (nowhere) Prefs() prefs.Prefs                                   { return prefs.Prefs{} }
func (nowhere) ChangePrefs(func(*prefs.Prefs)) error                 { return nil }

func TestSmoke(t *testing.T) {
	dir := t.TempDir()
	h, err := open.New(open.Options{Data: dir + "/data", Config: dir + "/config"})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	d := &Desk{h, nowhere{}}
	st, err := (&Start{d}).View()
	dump(t, st, err)
	st, err = (&Start{d}).Sample()
	dump(t, st, err)
	v, err := (&Today{d}).View("")
	dump(t, v, err)
	v, err = (&Today{d}).Missed("", []string{v.Asks[0].Key}, "provider_absent")
	dump(t, v.Frame, err)
	v, err = (&Today{d}).Undo("")
	dump(t, v.Frame, err)
	o, err := (&Owed{d}).View("")
	dump(t, o, err)
	l, err := (&Log{d}).View(LogQuery{})
	if len(l.Rows) > 3 {
		l.Rows = l.Rows[:3]
	}
	dump(t, l, err)
	p, err := (&Planner{d}).View(PlannerQuery{})
	dump(t, p, err)
	f, err := (&Family{d}).View("")
	f.Packs = nil
	f.States = nil
	dump(t, f, err)
	c, err := (&Calendar{d}).View(CalendarQuery{})
	c.Months = c.Months[:1]
	dump(t, c, err)
}

func dump(t *testing.T, v any, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	data, _ := json.MarshalIndent(v, "", " ")
	os.Stdout.Write(append(data, '\n'))
}
