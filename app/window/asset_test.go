package window

import (
	"errors"
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
	if _, err := assets(fstest.MapFS{".gitkeep": {}}, nil); !errors.Is(err, errNotBuilt) {
		t.Errorf("got %v", err)
	}
}
