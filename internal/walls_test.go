package internal_test

import (
	"bufio"
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// doors are the packages by which a program reaches out of its process. Each
// is closed for every file of ours but those named, for the reason given.
var doors = []struct {
	pkg string
	why string
	but []string
}{
	{"net", "nothing of a family leaves the machine, so nothing can speak to a network", nil},
	{"net/http", "the pages are served from memory in its terms, in one file; no client and no server is ours", []string{"app/window/asset.go"}},
	{"os/exec", "another program can do what this one must not; the file manager is the only one started", []string{"app/window/show.go"}},
	{"plugin", "what is loaded at run time cannot be looked at when it is built", nil},
	{"log/syslog", "what the system logs is read by others", nil},
}

// harmless below net: it only takes addresses apart.
const harmless = "net/url"

// shipped are the sources of what a family gets: not the tests, nor what only
// tests and measurements use.
func shipped(t *testing.T) []source {
	t.Helper()
	var all []source
	for _, top := range []string{"main.go", "app", "frontend/embed.go", "internal"} {
		err := filepath.WalkDir(filepath.Join("..", filepath.FromSlash(top)), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			name := strings.TrimPrefix(filepath.ToSlash(path), "../")
			s := source{path: name, room: name[:max(strings.LastIndex(name, "/"), 0)], file: f}
			for _, spec := range f.Imports {
				imported, _ := strconv.Unquote(spec.Path.Value)
				s.imports = append(s.imports, imported)
			}
			all = append(all, s)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestTheDoorsAreClosed(t *testing.T) {
	used := map[string]bool{}
	for _, s := range shipped(t) {
		for _, name := range s.imports {
			for _, door := range doors {
				// net closes all below it; net/http has its own line.
				if name != door.pkg && !(door.pkg == "net" && strings.HasPrefix(name, "net/") && name != harmless && name != "net/http") {
					continue
				}
				if !slices.Contains(door.but, s.path) {
					t.Errorf("%s imports %s: %s", s.path, name, door.why)
				}
				used[s.path+" "+door.pkg] = true
			}
		}
	}
	for _, door := range doors {
		for _, path := range door.but {
			if !used[path+" "+door.pkg] {
				t.Errorf("%s may import %s and does not: close the door", path, door.pkg)
			}
		}
	}
}

// The window's library is in one room, so that another could take its place
// and so that its walls are all in one place.
func TestOneRoomKnowsTheWindowsLibrary(t *testing.T) {
	for _, s := range shipped(t) {
		for _, name := range s.imports {
			if strings.HasPrefix(name, "github.com/wailsapp/") && s.room != "app/window" {
				t.Errorf("%s imports %s: only app/window does", s.path, name)
			}
		}
	}
}

// What a family can do is the same in the window, on the command line and in a
// test, so it is done to values and to the few interfaces that it declares.
func TestTheBinderImportsOnlyCore(t *testing.T) {
	for _, s := range shipped(t) {
		for _, name := range s.imports {
			if s.room == "internal/binder" && strings.HasPrefix(name, "midweek/") && !strings.HasPrefix(name, "midweek/internal/core/") {
				t.Errorf("%s imports %s: the binder imports only core", s.path, name)
			}
		}
	}
}

// The program is put together in one room; who imports that one can reach
// everything, so only the two ends do.
func TestWhoOpensTheHouse(t *testing.T) {
	for _, s := range shipped(t) {
		ends := s.path == "main.go" || s.room == "app" || s.room == "internal/command"
		if slices.Contains(s.imports, "midweek/internal/open") && !ends {
			t.Errorf("%s imports open: only the window and the command line do", s.path)
		}
	}
}

// A module that comes in unseen could speak to a network, whatever our own
// files do. What is in the program on any system stands in a list.
func TestModulesAreKnown(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the go command about three systems")
	}
	known := knownModules(t)
	found := map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := exec.Command("go", "list", "-deps", "-tags", "webkit2_41,production,desktop", "-f", "{{with .Module}}{{.Path}}{{end}}", ".")
		list.Dir = ".."
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
		var said bytes.Buffer
		list.Stderr = &said
		out, err := list.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, said.String())
		}
		for _, module := range strings.Fields(string(out)) {
			found[module] = true
			if module != "midweek" && !known[module] {
				t.Errorf("%s is in the program on %s and not in testdata/modules.txt", module, system)
				known[module] = true // once is enough
			}
		}
	}
	for module := range known {
		if !found[module] {
			t.Errorf("%s is in testdata/modules.txt and no longer in the program", module)
		}
	}
}

func knownModules(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "modules.txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			known[line] = true
		}
	}
	return known
}
