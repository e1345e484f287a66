//go:build linux && production

package window

// #cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
// #include <stdlib.h>
// #include <gdk/gdk.h>
// #include "native_linux.h"
import "C"

import (
	"context"
	"errors"
	"os"
	"unsafe"

	"github.com/wailsapp/wails/v2/pkg/menu"
)

// errUnguarded ends a window that could have been led away from its page.
var errUnguarded = errors.New("the window has no page to guard")

// guard keeps the window on its own page from before the page is there.
func guard() { C.guard_window() }

// dropped is told the paths of the files that are dropped on the window at once.
var dropped func(paths []string)

// falling are the paths of a drop of which more are to come.
var falling []string

// takeDrops has files taken that are dropped on the window. What of other
// things is dropped goes nowhere, and nothing reaches the page.
func takeDrops(take func(paths []string)) {
	if take != nil {
		dropped = take
		C.take_drops()
	}
}

// fileDropped is called on the window's own thread, for one file after another
// and, with no path, after the last.
//
//export fileDropped
func fileDropped(path *C.char) {
	if path != nil {
		falling = append(falling, C.GoString(path))
		return
	}
	paths := falling
	falling = nil
	if len(paths) > 0 {
		go dropped(paths)
	}
}

// guarded says, once the window is closed, whether it had its guard.
func guarded() error {
	if C.window_guarded() < 0 {
		return errUnguarded
	}
	return nil
}

// hasDisplay says whether there is a screen to open a window on. The window's
// library would panic without one.
func hasDisplay() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }

// redraw brings the menu bar's words to the screen. The window's library
// cannot on Linux: it builds a new bar that nothing shows.
func redraw(_ context.Context, b *bar) {
	for i, c := range columns {
		for j, e := range c.entries {
			if e != line {
				setEntry(i, j, b.items[e.name], e.key)
			}
		}
	}
}

func setEntry(column, place int, item *menu.MenuItem, k key) {
	label := C.CString(item.Label)
	defer C.free(unsafe.Pointer(label))
	enabled := C.int(1)
	if item.Disabled {
		enabled = 0
	}
	value, modifiers := gdkKey(k)
	C.set_menu_entry(C.int(column), C.int(place), label, enabled, value, modifiers)
}

// gdkKey is a key as GTK shows it.
func gdkKey(k key) (value, modifiers C.uint) {
	switch k.letter {
	case "":
		return 0, 0
	case "f1":
		value = C.GDK_KEY_F1
	default:
		value = C.gdk_unicode_to_keyval(C.guint32(k.letter[0]))
	}
	if k.ctrl {
		modifiers |= C.GDK_CONTROL_MASK
	}
	if k.shift {
		modifiers |= C.GDK_SHIFT_MASK
	}
	return value, modifiers
}

// edit runs Cut, Copy or Paste where the keyboard is. The page could not: it
// may not read the clipboard.
func edit(name string) bool {
	command := map[string]string{"cut": "Cut", "copy": "Copy", "paste": "Paste"}[name]
	if command == "" {
		return false
	}
	c := C.CString(command)
	defer C.free(unsafe.Pointer(c))
	C.edit_text(c)
	return true
}

// restartPage ends the process that holds what the page shows, and begins the
// page in another.
func restartPage(context.Context) { C.restart_page() }

// setFrameTheme makes title bar and menus follow the pages.
func setFrameTheme(_ context.Context, theme string) {
	switch theme {
	case "dark":
		C.set_dark(1)
	case "light":
		C.set_dark(0)
	default:
		C.set_dark(-1)
	}
}
