package bridge_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"midweek/app/window"
	"midweek/e2e/host/bridge"
	"midweek/internal/core/refusal"
)

type Toy struct{}

type toyView struct {
	Sum  int      `json:"sum"`
	Rows []string `json:"rows"`
}

func (*Toy) Add(a, b int) (toyView, error) { return toyView{Sum: a + b, Rows: []string{}}, nil }
func (*Toy) Refuse() error                 { return refusal.At("date", refusal.New(refusal.DayForm, "text", "soon")) }
func (*Toy) Fail() (int, error)            { return 0, errors.New("disk of Ana") }
func (*Toy) Break() (_ int, err error)     { defer window.Mend(&err); panic("Ana") }
func (*Toy) Quiet()                        {}

func host(t *testing.T) *httptest.Server {
	t.Helper()
	pages := fstest.MapFS{
		"index.html": {Data: []byte("<!doctype html><html><head></head><body></body></html>")},
		"app.js":     {Data: []byte("1")},
	}
	h, err := bridge.Handler(pages, []any{&Toy{}}, func() []byte { return []byte(`{"Today":1}`) }, nil)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server
}

func read(t *testing.T, r *http.Response, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestAnswers(t *testing.T) {
	server := host(t)
	for _, c := range []struct{ call, want string }{
		{`{"name":"bridge_test.Toy.Add","args":[2,3]}`, `{"result":{"sum":5,"rows":[]}}`},
		{`{"name":"bridge_test.Toy.Quiet","args":[]}`, `{"result":null}`},
		{`{"name":"bridge_test.Toy.Refuse","args":[]}`, `\"code\":\"day_form\",\"field\":\"date\",\"args\":{\"text\":\"soon\"}`},
		{`{"name":"bridge_test.Toy.Fail","args":[]}`, `\"code\":\"nothing_changed\"`},
		{`{"name":"bridge_test.Toy.Break","args":[]}`, `\"code\":\"nothing_changed\"`},
		{`{"name":"bridge_test.Toy.Add","args":[2]}`, `expected 2`},
		{`{"name":"bridge_test.Toy.Add","args":["x",1]}`, `error parsing arguments`},
		{`{"name":"bridge_test.Toy.None","args":[]}`, `not registered`},
		{`no JSON`, `"error"`},
	} {
		r, err := http.Post(server.URL+"/call", "application/json", strings.NewReader(c.call))
		if got := read(t, r, err); !strings.Contains(got, c.want) || strings.Contains(got, "Ana") {
			t.Errorf("%s\n got %s\nwant %s", c.call, got, c.want)
		}
	}
}

func TestPagesComeUnderThePolicyWithTheBridge(t *testing.T) {
	server := host(t)
	r, err := http.Get(server.URL + "/")
	body := read(t, r, err)
	if !strings.Contains(body, `<head><script src="/wails/runtime.js">`) {
		t.Errorf("no bridge in %s", body)
	}
	if got := r.Header.Get("Content-Security-Policy"); got != window.Policy {
		t.Errorf("policy is %q", got)
	}
	r, err = http.Get(server.URL + "/wails/runtime.js")
	if body := read(t, r, err); !strings.Contains(body, `"bridge_test.Toy.Add"`) {
		t.Error("the bridge does not know the methods")
	}
}

func TestOtherSitesAreKeptOut(t *testing.T) {
	server := host(t)
	for name, change := range map[string]func(*http.Request){
		"another origin": func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") },
		"another host":   func(r *http.Request) { r.Host = "evil.example:80" },
	} {
		r, err := http.NewRequest("POST", server.URL+"/call", strings.NewReader(`{"name":"bridge_test.Toy.Add","args":[2,3]}`))
		if err != nil {
			t.Fatal(err)
		}
		change(r)
		answer, err := http.DefaultClient.Do(r)
		if body := read(t, answer, err); answer.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %s", name, body)
		}
	}
}
