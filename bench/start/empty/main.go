// Empty is the least window that the window's library can open: one line of
// text, no menu, no record, no policy. It is what bench/start compares the
// program with, and is built by the same flags.
package main

import (
	_ "embed"
	"fmt"
	"net/http"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

//go:embed index.html
var page []byte

// window is of the size of the program's on its first day.
var window = &options.App{
	Title: "Empty", Width: 1180, Height: 800,
	AssetServer: &assetserver.Options{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
	})},
	Linux: &linux.Options{ProgramName: "empty", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
}

func main() {
	if err := wails.Run(window); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
