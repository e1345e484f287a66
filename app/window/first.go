package window

import (
	"bytes"
	"io/fs"
	"net/http"
	"slices"
)

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
