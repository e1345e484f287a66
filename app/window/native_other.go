//go:build !linux || !production

package window

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// guard has no counterpart here: the window's library offers no hook against
// leaving the page. The policy, and pages without links, are the wall.
func guard() {}

func guarded() error { return nil }

// takeDrops has no counterpart here yet: a file is chosen in a dialog.
func takeDrops(func(paths []string)) {}

func hasDisplay() bool { return true }

// redraw brings the menu bar's words to the screen.
func redraw(ctx context.Context, _ *bar) { runtime.MenuUpdateApplicationMenu(ctx) }

// edit leaves Cut, Copy and Paste to the page and the system.
func edit(string) bool { return false }

// restartPage has the page begin anew. One that does not answer does not hear of
// it either.
func restartPage(ctx context.Context) { runtime.WindowReloadApp(ctx) }

// setFrameTheme makes the title bar follow the pages.
func setFrameTheme(ctx context.Context, theme string) {
	switch theme {
	case "dark":
		runtime.WindowSetDarkTheme(ctx)
	case "light":
		runtime.WindowSetLightTheme(ctx)
	default:
		runtime.WindowSetSystemDefaultTheme(ctx)
	}
}
