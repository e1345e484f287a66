package window

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEveryAnswerCarriesTheWalls(t *testing.T) {
	h := Walled(http.NotFoundHandler())
	for _, path := range []string{"/", "/none", "/wails/"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Header().Get("Content-Security-Policy") != Policy {
			t.Errorf("%s comes without the policy", path)
		}
		for name, want := range headers {
			if w.Header().Get(name) != want {
				t.Errorf("%s comes without %s", path, name)
			}
		}
	}
}

// The policy closes everything, then opens what the pages need: a directive
// that is forgotten stays closed.
func TestThePolicyOpensOnlyTheProgramItself(t *testing.T) {
	allowed := map[string]string{
		"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data: blob:",
		"font-src": "'self'", "connect-src": "'self'", "worker-src": "'none'", "frame-src": "'none'", "object-src": "'none'",
		"base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
		"require-trusted-types-for": "'script'", "trusted-types": "svelte-trusted-html",
	}
	for _, directive := range strings.Split(Policy, "; ") {
		name, value, _ := strings.Cut(directive, " ")
		if allowed[name] != value {
			t.Errorf("%s is %q", name, value)
		}
		delete(allowed, name)
	}
	if len(allowed) > 0 {
		t.Errorf("the policy lacks %v", allowed)
	}
}

func TestPagesThatAreNotBuilt(t *testing.T) {
	if _, err := assets(fstest.MapFS{".gitkeep": {}}, nil, nil); !errors.Is(err, errNotBuilt) {
		t.Errorf("got %v", err)
	}
}

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

// Only an attachment that may be shown is given out, under its own kind; the
// path has an id in it and nothing else.
func TestOnlyPapersAreServed(t *testing.T) {
	asked := []string{}
	open := func(id string) (Paper, error) {
		asked = append(asked, id)
		if id != "a1" {
			return Paper{}, errors.New("not there")
		}
		return Paper{Kind: "image/png", Size: 4, Bytes: io.NopCloser(strings.NewReader("\x89PNG"))}, nil
	}
	h := Walled(Papers(open, http.NotFoundHandler()))
	for _, c := range []struct {
		method, path string
		status       int
		body         string
	}{
		{"GET", "/paper/a1", 200, "\x89PNG"},
		{"GET", "/paper/none", 404, "404 page not found\n"},
		{"POST", "/paper/a1", 404, "404 page not found\n"},
		{"GET", "/papers/a1", 404, "404 page not found\n"},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.status || w.Body.String() != c.body {
			t.Errorf("%s %s: %d %q", c.method, c.path, w.Code, w.Body)
		}
		if w.Code == 200 && (w.Header().Get("Content-Type") != "image/png" || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Cache-Control") != "no-store") {
			t.Errorf("it comes with %v", w.Header())
		}
	}
	if strings.Join(asked, " ") != "a1 none" {
		t.Errorf("asked for %q", asked)
	}
	w := httptest.NewRecorder()
	Papers(nil, nil).ServeHTTP(w, httptest.NewRequest("GET", "/paper/a1", nil))
	if w.Code != 404 {
		t.Errorf("without a record: %d", w.Code)
	}
}
