// Package bridge stands in for the window's bridge, so that the pages can be
// tested in an ordinary browser without a window: the same files under the
// same policy, the same bound methods, the same errors. It is for tests alone
// and no part of the program.
package bridge

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"reflect"
	"strings"

	"midweek/app/window"
)

// script makes window.go and window.runtime in the page.
//
//go:embed bridge.js
var script []byte

// scriptPath is one of those that the window's own bridge uses.
const scriptPath = "/wails/runtime.js"

// Handler serves the pages with the bridge, and answers their calls with the
// methods of the bound structs. The page comes with the first answers in it, and
// papers are the attachments that it may show.
func Handler(pages fs.FS, bind []any, first func() []byte, papers func(id string) (window.Paper, error)) (http.Handler, error) {
	index, err := fs.ReadFile(pages, "index.html")
	if err != nil {
		return nil, fmt.Errorf("the pages are not built: %w", err)
	}
	index = bytes.Replace(index, []byte("<head>"), []byte(`<head><script src="`+scriptPath+`"></script>`), 1)
	known := methods(bind)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		serve(w, "text/html; charset=utf-8", window.With(index, first()))
	})
	mux.HandleFunc("GET "+scriptPath, func(w http.ResponseWriter, _ *http.Request) {
		serve(w, "text/javascript; charset=utf-8", append(announce(known), script...))
	})
	mux.Handle("GET /", http.FileServerFS(pages))
	mux.HandleFunc("POST /call", func(w http.ResponseWriter, r *http.Request) { answer(w, r, known) })
	return window.Walled(ownPagesOnly(window.Papers(papers, mux))), nil
}

// ownPagesOnly keeps out the pages of other sites, which a browser would let
// speak to this machine.
func ownPagesOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		origin := r.Header.Get("Origin")
		if err != nil || host != "127.0.0.1" || origin != "" && origin != "http://"+r.Host {
			http.Error(w, "not for other sites", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func serve(w http.ResponseWriter, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(body)
}

// methods are the exported methods of the bound structs, by the name that the
// page knows them by: app.Today.View.
func methods(bind []any) map[string]reflect.Value {
	known := map[string]reflect.Value{}
	for _, bound := range bind {
		value := reflect.ValueOf(bound)
		of := value.Elem().Type()
		place := of.PkgPath()[strings.LastIndex(of.PkgPath(), "/")+1:]
		for i := range value.NumMethod() {
			known[place+"."+of.Name()+"."+value.Type().Method(i).Name] = value.Method(i)
		}
	}
	return known
}

// announce tells the script which methods there are.
func announce(known map[string]reflect.Value) []byte {
	names := make([]string, 0, len(known))
	for name := range known {
		names = append(names, name)
	}
	list, err := json.Marshal(names)
	if err != nil {
		panic(err) // names are text
	}
	return []byte("const bound = " + string(list) + ";\n")
}

// A call is what the page asks.
type call struct {
	Name string            `json:"name"`
	Args []json.RawMessage `json:"args"`
}

// A reply has a result or an error, as the window's bridge gives them.
type reply struct {
	Result any    `json:"result"`
	Error  string `json:"error,omitempty"`
}

func answer(w http.ResponseWriter, r *http.Request, known map[string]reflect.Value) {
	var asked call
	var told reply
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		told.Error = err.Error()
	} else if method, ok := known[asked.Name]; !ok {
		told.Error = "method '" + asked.Name + "' not registered"
	} else {
		told = invoke(method, asked.Args)
	}
	body, err := json.Marshal(told)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	serve(w, "application/json", body)
}

// invoke calls a method the way the window's bridge does: arguments by place,
// results either (value), (error) or (value, error).
func invoke(method reflect.Value, args []json.RawMessage) reply {
	kind := method.Type()
	if len(args) != kind.NumIn() {
		return reply{Error: fmt.Sprintf("received %d arguments, expected %d", len(args), kind.NumIn())}
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		value := reflect.New(kind.In(i))
		if err := json.Unmarshal(arg, value.Interface()); err != nil {
			return reply{Error: "error parsing arguments: " + err.Error()}
		}
		in[i] = value.Elem()
	}
	var told reply
	for _, out := range method.Call(in) {
		if err, isError := out.Interface().(error); isError {
			return reply{Error: window.ErrorText(err)}
		}
		if !out.Type().Implements(reflect.TypeFor[error]()) {
			told.Result = out.Interface()
		}
	}
	return told
}
