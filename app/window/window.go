package window

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"midweek/internal/edge/prefs"
)

// A Window is the one window of the program, as its screens know it. It is made
// before the screens, and stands once Run has opened it.
type Window struct {
	folder prefs.Folder
	menu   *bar

	mu  sync.Mutex
	ctx context.Context // nil until the window stands

	writing sync.Mutex // of the settings

	appeared sync.Once
	left     atomic.Bool   // it is closing
	closing  func() func() // gives what is to be done before it closes, or nil
}

// New is a window that remembers its settings in a folder.
func New(f prefs.Folder) *Window {
	w := &Window{folder: f}
	w.menu = newBar(w)
	return w
}

// Prefs are the settings as they are.
func (w *Window) Prefs() prefs.Prefs {
	w.writing.Lock()
	defer w.writing.Unlock()
	return w.folder.Read()
}

// ChangePrefs makes a change to the settings and keeps it.
func (w *Window) ChangePrefs(change func(*prefs.Prefs)) error {
	w.writing.Lock()
	defer w.writing.Unlock()
	p := w.folder.Read()
	theme := p.Theme
	change(&p)
	if ctx := w.context(); ctx != nil && p.Theme != theme {
		setFrameTheme(ctx, p.Theme)
	}
	return w.folder.Save(p)
}

// up is called once, when the window stands.
func (w *Window) up(ctx context.Context) {
	w.mu.Lock()
	w.ctx = ctx
	w.mu.Unlock()
	w.menu.begin()
	setFrameTheme(ctx, w.Prefs().Theme)
}

// context is that of the window, or nil while it does not stand.
func (w *Window) context() context.Context {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.ctx
}

// NameEdits names Undo and Redo in the menu.
func (w *Window) NameEdits(undo, redo string) { w.menu.nameEdits(undo, redo) }

// Refresh tells the page to ask for its view again.
func (w *Window) Refresh() { w.send("refresh") }

// AskLock tells the page to lock the record.
func (w *Window) AskLock() { w.send("lock-now") }

// Restart throws away what the page shows and begins it anew, also when the page
// does not answer any more.
func (w *Window) Restart() {
	if ctx := w.context(); ctx != nil {
		restartPage(ctx)
	}
}

// Dropped tells the page that files were dropped on the window.
func (w *Window) Dropped(what string) { w.send("dropped-" + what) }

// ShowFolder opens a folder of the program's in the file manager.
func (w *Window) ShowFolder(folder string) error { return showFolder(folder) }

// Copy puts a text on the clipboard of the system, which a page alone may not
// do everywhere.
func (w *Window) Copy(text string) error {
	ctx := w.context()
	if ctx == nil {
		return errNoWindow
	}
	return runtime.ClipboardSetText(ctx, text)
}

// send tells the page what was chosen in the menu.
func (w *Window) send(name string) {
	if ctx := w.context(); ctx != nil {
		runtime.EventsEmit(ctx, "menu", name)
	}
}

// Raise brings the window to the front, for a person who starts the program a
// second time.
func (w *Window) Raise() {
	if ctx := w.context(); ctx != nil {
		runtime.WindowUnminimise(ctx)
		runtime.WindowShow(ctx)
	}
}

// appear shows the window, once its page is drawn for the first time: a page
// that begins anew leaves the window where it is.
func (w *Window) appear(ctx context.Context) {
	w.appeared.Do(func() {
		w.put(ctx)
		runtime.WindowShow(ctx)
	})
}

// put moves the window to where it stood.
func (w *Window) put(ctx context.Context) {
	place := w.Prefs().Window
	if s, ok := currentScreen(ctx); ok && place.Width > 0 && !place.Maximised {
		at := clamp(place, s)
		if at.Width != place.Width || at.Height != place.Height {
			runtime.WindowSetSize(ctx, at.Width, at.Height)
		}
		runtime.WindowSetPosition(ctx, at.X, at.Y)
	}
}

// leave remembers where the window stands. It keeps the window from closing
// only until what is to be done before has been done.
func (w *Window) leave(ctx context.Context) (prevent bool) {
	if last := w.lastly(); last != nil {
		go func() {
			last()
			runtime.Quit(ctx)
		}()
		return true
	}
	var now prefs.Window
	now.Width, now.Height = runtime.WindowGetSize(ctx)
	now.X, now.Y = runtime.WindowGetPosition(ctx)
	now.Maximised = runtime.WindowIsMaximised(ctx)
	_ = w.ChangePrefs(func(p *prefs.Prefs) { p.Window = closing(p.Window, now) })
	return false
}

// lastly is what is to be done before the window closes, once; nil for nothing.
func (w *Window) lastly() func() {
	if w.closing == nil || !w.left.CompareAndSwap(false, true) {
		return nil
	}
	return w.closing()
}

// currentScreen is the display that the window is on.
func currentScreen(ctx context.Context) (screen, bool) {
	all, err := runtime.ScreenGetAll(ctx)
	if err != nil {
		return screen{}, false
	}
	for _, s := range all {
		if s.IsCurrent {
			return screen{s.Size.Width, s.Size.Height}, true
		}
	}
	return screen{}, false
}
