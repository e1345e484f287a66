package window

import (
	"errors"
	"io/fs"
	"net/http"

	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
)

// Walled sends the policy and its companions with whatever next answers. It
// is the window's and the test host's, so that a page is tested under the
// rules it will live by.
func Walled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", Policy)
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		next.ServeHTTP(w, r)
	})
}

// errNotBuilt is a program without its pages.
var errNotBuilt = errors.New("the pages of the window are not built; `make build` builds them")

// assets serves the built pages from memory, the first with the first answers
// in it; there is no server and no port.
func assets(pages fs.FS, first func() []byte) (*assetserver.Options, error) {
	if _, err := fs.Stat(pages, "index.html"); err != nil {
		return nil, errNotBuilt
	}
	inside := opening(pages, first)
	return &assetserver.Options{Assets: pages, Middleware: func(next http.Handler) http.Handler { return Walled(inside(next)) }}, nil
}
