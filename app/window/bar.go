package window

import (
	"runtime"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"

	"midweek/internal/core/say"
)

// A bar is the menu bar of a window.
type bar struct {
	window *Window
	menu   *menu.Menu
	items  map[string]*menu.MenuItem // by name
	files  string                    // the folder of Show my files
	end    func()                    // of Quit

	mu         sync.Mutex
	undo, redo string // what they would do; empty for nothing
}

func newBar(w *Window) *bar {
	b := &bar{window: w, menu: menu.NewMenu(), items: map[string]*menu.MenuItem{}}
	mac := runtime.GOOS == "darwin"
	if mac {
		b.menu.Append(menu.AppMenu())
	}
	for _, c := range columns {
		part := b.menu.AddSubmenu(c.label)
		for _, e := range c.entries {
			b.add(part, e)
		}
	}
	if mac { // copy and paste are the system's own there
		b.menu.Append(menu.EditMenu())
	}
	return b
}

func (b *bar) add(part *menu.Menu, e entry) {
	if e == line {
		part.AddSeparator()
		return
	}
	label, enabled := b.shown(e)
	item := part.AddText(label, registered(e), func(*menu.CallbackData) { b.chosen(e.name) })
	item.Disabled = !enabled
	b.items[e.name] = item
}

// registered is the key that the system itself listens for. A key that is
// taken there never reaches the page, where text fields need Ctrl+Z, X, C and
// V; so the page listens for all but Quit, and the bar only shows them.
func registered(e entry) *keys.Accelerator {
	if e.name == quit {
		return keys.CmdOrCtrl(e.key.letter)
	}
	return nil
}

// shown is an entry as it stands in the bar now.
func (b *bar) shown(e entry) (label string, enabled bool) {
	label, enabled = e.label, true
	switch e.name {
	case undo:
		label, enabled = named(label, b.undo), b.undo != ""
	case redo:
		label, enabled = named(label, b.redo), b.redo != ""
	}
	if runtime.GOOS == "windows" && e.key.letter != "" && e.name != quit {
		label += "\t" + e.key.String() // right of the label, as the system does
	}
	return label, enabled
}

// longestName is how many letters of a deed's name the menu shows.
const longestName = 60

func named(word, what string) string {
	if what == "" {
		return word
	}
	return word + ": " + say.Line(what, longestName)
}

// chosen does what was chosen, or tells the page.
func (b *bar) chosen(name string) {
	switch {
	case name == quit:
		b.end()
	case name == showFiles:
		_ = showFolder(b.files)
	case !edit(name):
		b.window.send(name)
	}
}

// nameEdits says in the Edit menu what Undo and Redo would do.
func (b *bar) nameEdits(undo, redo string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.undo != undo || b.redo != redo {
		b.undo, b.redo = undo, redo
		b.draw()
	}
}

// begin draws the bar for the first time.
func (b *bar) begin() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.draw()
}

// draw brings the words of the bar to the screen, if it is there.
func (b *bar) draw() {
	for _, c := range columns {
		for _, e := range c.entries {
			if item := b.items[e.name]; item != nil {
				label, enabled := b.shown(e)
				item.Label, item.Disabled = label, !enabled
			}
		}
	}
	if ctx := b.window.context(); ctx != nil {
		redraw(ctx, b)
	}
}
