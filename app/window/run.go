// Package window is what stands around the screens: the menu bar, the dialogs,
// the place on the screen, the errors on their way to the page, and the walls
// that keep the window to its own page and a family's record to this computer.
// It knows no screen; it is given the structs to bind.
package window

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	goruntime "runtime"
	"strings"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// icon is what the system shows of the window elsewhere.
//
//go:embed icon.png
var icon []byte

// Displays that no window can be opened on: there is none; it is reached over a
// network, as with ssh -X, and no program here may speak to one; it does not
// answer.
var (
	ErrNoDisplay  = errors.New("there is no display to open a window on; `midweek sample` prints the year of the sample family")
	ErrFarDisplay = errors.New("the display is reached over a network, as with ssh -X, and Midweek makes no network connection, " +
		"not even to a display; please open it at the computer itself. `midweek sample` prints the year of the sample family")
	ErrDeadDisplay = errors.New("the display does not answer, so no window can be opened on it")
)

// A Config is what a window is opened with.
type Config struct {
	Window  *Window
	Bind    []any                          // the screens
	Pages   fs.FS                          // the built front end
	First   func() []byte                  // what the page would ask first, as JSON; none when it is empty
	Papers  func(id string) (Paper, error) // an attachment to show; nil: there is none
	Dropped func(paths []string)           // is told of files that are dropped on the window; nil: none is taken
	Asleep  func()                         // is told that the computer is about to sleep, where the window's library hears of it
	Closing func() func()                  // gives what is to be done before the window closes, or nil
	Folder  string                         // of the family's files
	Journal *Journal                       // of failures; nil for none
}

// Run opens the window and returns when it is closed.
func Run(c Config) error {
	if !Describing && !hasDisplay() {
		return ErrNoDisplay
	}
	o, err := c.options()
	if err != nil {
		return err
	}
	if err := run(o); err != nil {
		return err
	}
	return guarded()
}

// run opens the window. On Linux its library panics where the display cannot be
// opened, in its own words.
func run(o *options.App) (err error) {
	defer func() {
		switch value := recover(); {
		case value == nil:
		case fmt.Sprint(value) == "failed to init GTK":
			err = unopened(os.Getenv("DISPLAY"))
		default:
			panic(value)
		}
	}()
	return wails.Run(o)
}

// unopened says why a display was not opened. A display with a host in its name
// is reached over a network; :0 and unix:0 are of this computer.
func unopened(display string) error {
	host, _, named := strings.Cut(display, ":")
	if !named || host == "" || host == "unix" || strings.HasPrefix(host, "/") {
		return ErrDeadDisplay
	}
	return ErrFarDisplay
}

func (c Config) options() (*options.App, error) {
	pages, err := assets(c.Pages, c.First, c.Papers)
	if err != nil && !Describing {
		return nil, err
	}
	place := c.Window.Prefs().Window
	width, height := sized(place)
	o := &options.App{
		Title: "Midweek", Width: width, Height: height, MinWidth: leastWidth, MinHeight: leastHeight,
		// Until there is something to see; GTK would show it, hide it and show
		// it again, and draws its ground at once.
		StartHidden:      goruntime.GOOS != "linux",
		BackgroundColour: background(c.Window.Prefs().Theme),
		AssetServer:      pages,
		Menu:             c.Window.menu.menu,
		Bind:             c.Bind,
		Logger:           quiet{c.Journal},
		ErrorFormatter:   c.answer,
		OnStartup:        c.start,
		OnDomReady:       c.Window.appear,
		OnBeforeClose:    c.Window.leave,
		DragAndDrop:      &options.DragAndDrop{DisableWebViewDrop: true},
		// The lock only brings the window to the front: that of the data
		// folder is the one that keeps two programs apart.
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               "midweek-" + instance(c.Folder),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { c.Window.Raise() },
		},
		EnableDefaultContextMenu:         false,
		EnableFraudulentWebsiteDetection: false, // it would send addresses away
		Linux:                            &linux.Options{Icon: icon, ProgramName: "midweek", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
		Windows:                          &windows.Options{WebviewUserDataPath: engineFolder(), DisablePinchZoom: true, OnSuspend: c.Asleep},
	}
	if place.Maximised {
		o.WindowStartState = options.Maximised
	}
	return o, nil
}

func (c Config) start(ctx context.Context) {
	guard()
	takeDrops(c.Dropped)
	c.Window.closing = c.Closing
	c.Window.menu.files = c.Folder
	c.Window.menu.end = func() { runtime.Quit(ctx) }
	c.Window.up(ctx)
}

// answer tells the page of an error; our own failures are noted once, here.
func (c Config) answer(err error) any {
	if ours(err) {
		c.Journal.Note("call", err)
	}
	return ErrorText(err)
}

// background is the pages' own ground (frontend/src/styles/tokens.css), drawn
// before they are, so that nothing flashes.
func background(theme string) *options.RGBA {
	if theme == "dark" {
		return options.NewRGB(0x0f, 0x12, 0x16)
	}
	return options.NewRGB(0xf5, 0xf4, 0xf0)
}

// instance names the program on one data folder: two families on one computer
// may each have their window.
func instance(folder string) string {
	whole, err := filepath.Abs(folder)
	if err != nil {
		whole = folder
	}
	sum := sha256.Sum256([]byte(whole))
	return hex.EncodeToString(sum[:6])
}

// engineFolder is where the page's engine keeps its own files on Windows:
// never in the folder that a family carries around.
func engineFolder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "midweek", "engine")
}
