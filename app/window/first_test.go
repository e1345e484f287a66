package window

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

const bare = "<!doctype html><html><head><title>M</title></head><body></body></html>"

func TestThePageComesWithTheFirstAnswers(t *testing.T) {
	pages := fstest.MapFS{"index.html": {Data: []byte(bare)}, "app.js": {Data: []byte("1")}}
	asked := 0
	first := func() []byte { asked++; return []byte(`{"Today":1}`) }
	h := opening(pages, first)(http.FileServerFS(pages))
	want := strings.Replace(bare, "</head>", `<script type="application/json" id="first">{"Today":1}</script></head>`, 1)
	for path, body := range map[string]string{"/": want, "/index.html": want, "/app.js": "1"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if got, _ := io.ReadAll(w.Body); string(got) != body {
			t.Errorf("%s is %s", path, got)
		}
	}
	if asked != 2 {
		t.Errorf("asked %d times for two pages", asked)
	}
}

func TestAPageWithoutAnswersStaysAsItIs(t *testing.T) {
	for _, c := range []struct{ page, answers string }{{bare, ""}, {"no head", "{}"}} {
		if got := string(With([]byte(c.page), []byte(c.answers))); got != c.page {
			t.Errorf("%q became %q", c.page, got)
		}
	}
}
