package window

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"strings"

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

// A Paper is an attachment on its way to the page: of a kind that is shown, and
// checked to its last byte.
type Paper struct {
	Kind  string // media type
	Size  int64  // in bytes
	Bytes io.ReadCloser
}

// paperPath begins the address of an attachment; its id follows and nothing
// else does.
const paperPath = "/paper/"

// Papers answers for the attachments that may be shown, by their ids, and for
// nothing else there. It is the window's and the test host's.
func Papers(open func(id string) (Paper, error), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, ours := strings.CutPrefix(r.URL.Path, paperPath)
		if !ours {
			next.ServeHTTP(w, r)
			return
		}
		if r.Method != http.MethodGet || open == nil {
			http.NotFound(w, r)
			return
		}
		paper, err := open(id)
		if err != nil {
			http.NotFound(w, r) // the page has asked before, and was told why
			return
		}
		defer paper.Bytes.Close()
		w.Header().Set("Content-Type", paper.Kind)
		w.Header().Set("Content-Length", strconv.FormatInt(paper.Size, 10))
		_, _ = io.Copy(w, paper.Bytes)
	})
}

// assets serves the built pages from memory, the first with the first answers
// in it, and the attachments that may be shown; there is no server and no port.
func assets(pages fs.FS, first func() []byte, papers func(id string) (Paper, error)) (*assetserver.Options, error) {
	if _, err := fs.Stat(pages, "index.html"); err != nil {
		return nil, errNotBuilt
	}
	inside := opening(pages, first)
	return &assetserver.Options{Assets: pages, Middleware: func(next http.Handler) http.Handler {
		return Walled(Papers(papers, inside(next)))
	}}, nil
}

// With is a page with answers in it, as JSON that stands in a script element:
// data, which no engine runs, and in which < is written as \u003c.
func With(page, answers []byte) []byte {
	const head = "</head>"
	at := bytes.Index(page, []byte(head))
	if at < 0 || len(answers) == 0 {
		return page
	}
	return slices.Concat(page[:at], []byte(`<script type="application/json" id="first">`), answers, []byte("</script>"), page[at:])
}

// opening answers for the page itself, with what it would ask first in it: a
// question and its answer would take their turns with the drawing of the
// window. Everything else is next's.
func opening(pages fs.FS, first func() []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method != http.MethodGet || r.URL.Path != "/" && r.URL.Path != "/index.html" {
				next.ServeHTTP(w, r)
				return
			}
			page, err := fs.ReadFile(pages, "index.html")
			if err != nil {
				next.ServeHTTP(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write(With(page, first()))
		})
	}
}
