package say_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A constant is a word that the program's own source declares.
type constant struct {
	name    string   // RuleBounds
	value   string   // rule_bounds
	comment []string // the names in the comment beside it
}

// constantsOf are the constants of a type that a package declares, from its
// source, so that a new one cannot be forgotten here.
func constantsOf(t *testing.T, pkg, typeName string) []constant {
	t.Helper()
	var list []constant
	for _, file := range parse(t, filepath.Join("..", pkg)) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != typeName || len(spec.Values) != 1 {
				return true
			}
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, constant{spec.Names[0].Name, value, argumentsIn(spec.Comment)})
			return true
		})
	}
	if len(list) == 0 {
		t.Fatalf("package %s declares no %s: it is not where this test looks", pkg, typeName)
	}
	return list
}

func argumentsIn(comment *ast.CommentGroup) []string {
	return strings.FieldsFunc(comment.Text(), func(r rune) bool { return r == ',' || r == ' ' || r == '\n' })
}

// A refusing is a place of the program that refuses with a code.
type refusing struct {
	at, code string
	given    []string // the names of the arguments
}

// refusals are the calls of refusal.New in the whole program, and every other
// place that names a code.
func refusals(t *testing.T) (calls []refusing, named map[string]bool) {
	t.Helper()
	named = map[string]bool{}
	files := parse(t, filepath.Join("..", ".."))
	maps.Copy(files, parse(t, filepath.Join("..", "..", "..", "app")))
	for path, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if name, ok := codeName(n); ok {
				named[name] = true
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			if name, ok := codeName(call.Fun); !ok || name != "New" {
				return true
			}
			if code, ok := codeName(call.Args[0]); ok {
				calls = append(calls, refusing{path, code, given(call.Args[1:])})
			}
			return true
		})
	}
	return calls, named
}

// codeName is X of refusal.X.
func codeName(n ast.Node) (string, bool) {
	sel, ok := n.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return sel.Sel.Name, ok && pkg.Name == "refusal"
}

// given are the names among names and values.
func given(pairs []ast.Expr) []string {
	var names []string
	for i := 0; i < len(pairs); i += 2 {
		if name, ok := pairs[i].(*ast.BasicLit); ok {
			text, _ := strconv.Unquote(name.Value)
			names = append(names, text)
		}
	}
	return names
}

// parse reads the program's own files in a folder and below it.
func parse(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func has(list []constant, value string) bool {
	return slices.ContainsFunc(list, func(c constant) bool { return c.value == value })
}
