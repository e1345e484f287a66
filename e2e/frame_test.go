//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// choose opens the menu bar by its key and goes through it by keys.
func (p *program) choose(window string, keys ...string) {
	p.t.Helper()
	p.must("xdotool", "windowfocus", "--sync", window)
	for _, key := range append([]string{"F10"}, keys...) {
		p.must("xdotool", "key", key)
		time.Sleep(120 * time.Millisecond)
	}
}

// do calls a bound method from the page.
func (p *program) do(script string) {
	p.t.Helper()
	if err := p.page.await(script, nil); err != nil {
		p.t.Fatalf("%s: %v", script, err)
	}
}

// The menu bar is the system's own: it is opened and chosen from by keys, and
// the page is told. Undo can be chosen once there is something to undo.
func TestTheMenuTellsThePage(t *testing.T) {
	p := start(t, "--sample")
	id := p.window()
	p.run(`window.chosen = []; window.runtime.EventsOn('menu', name => window.chosen.push(name))`)
	chosen := func() string { return fmt.Sprint(p.run(`return window.chosen`)) }

	p.choose(id, "Right", "Right", "Down", "Down", "Return")
	p.within("calendar, chosen", func() bool { return chosen() == "[calendar]" })
	// Undo is passed over while there is nothing to undo, and Redo with it.
	p.choose(id, "Right", "Down", "Return")
	time.Sleep(300 * time.Millisecond)
	if strings.Contains(chosen(), "undo") {
		t.Error("Undo could be chosen with nothing to undo")
	}
	p.do(`const view = await go.app.Today.View(''); await go.app.Today.Happened('', [view.asks[0].key])`)
	p.choose(id, "Right", "Down")
	p.picture("menu")
	p.must("xdotool", "key", "Return")
	p.within("undo, chosen", func() bool { return strings.Contains(chosen(), "undo") })
}

// The page may not read the clipboard, so the menu does it where the keyboard
// is. Undo and Redo have nothing to do here and are passed over; Recent changes
// comes first.
func TestCutAndPasteFromTheMenu(t *testing.T) {
	p := start(t)
	id := p.window()
	p.run(`const field = document.createElement('input'); field.id = 'field'; field.value = 'speech';
		document.body.prepend(field); field.focus(); field.select()`)
	value := func() any { return p.run(`return document.getElementById('field').value`) }
	p.choose(id, "Right", "Down", "Down", "Return")
	p.within("an empty field", func() bool { return value() == "" })
	p.choose(id, "Right", "Down", "Down", "Down", "Down", "Return")
	p.within("what was cut", func() bool { return value() == "speech" })
}

func TestTheFrameFollowsTheTheme(t *testing.T) {
	p := start(t, "--sample")
	p.window()
	for theme, dark := range map[string]bool{"dark": true, "light": false} {
		p.do(`await go.app.Settings.Save({zoom: 100, theme: '` + theme + `', keys: true})`)
		p.within(theme, func() bool { return p.run(`return matchMedia('(prefers-color-scheme: dark)').matches`) == dark })
	}
	p.do(`await go.app.Settings.Save({zoom: 100, theme: 'dark', keys: true})`)
	p.restart()
	p.window()
	p.within("dark from the start", func() bool { return p.run(`return matchMedia('(prefers-color-scheme: dark)').matches`) == true })
}

// A refusal reaches the page with its field and its words; a failure of ours
// without any.
func TestErrorsReachThePage(t *testing.T) {
	p := start(t)
	p.window()
	err := p.page.await(`await go.app.Start.Begin({author: '', child: ''})`, nil)
	if err == nil || !strings.Contains(err.Error(), `\"field\":\"child\"`) || strings.Contains(err.Error(), "[object") {
		t.Errorf("got %v", err)
	}
}
