package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// docs are the pages whose examples are run.
const docs = "../../docs"

// fence is a block of a page: its language, with a file's name where it is
// one, and its text.
var fence = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

// What the pages say the program answers is what it answers. A block that
// begins "json NAME.json", "ics NAME" or "text NAME" is a file for the commands after it; in a console
// block each line after "$ " is run and what follows is its output, where a
// line "…" stands for any lines. -update writes those without one anew.
func TestTheDocumentationIsTrue(t *testing.T) {
	midweek := asMidweek(t)
	example := fileBlock(t, filepath.Join(docs, "file-format.md"), "example.json")
	ran := 0
	for _, pattern := range []string{"*.md", "rules/*.md"} {
		pages, err := filepath.Glob(filepath.Join(docs, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range pages {
			ran += runPage(t, page, midweek, example)
		}
	}
	if ran < 25 {
		t.Errorf("only %d commands were run: the examples are not where this test looks", ran)
	}
}

// asMidweek is a folder in which this test's program is called midweek.
func asMidweek(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, "midweek")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func fileBlock(t *testing.T, page, name string) string {
	t.Helper()
	for _, block := range fence.FindAllStringSubmatch(read(t, page), -1) {
		if block[1] == "json "+name {
			return block[2]
		}
	}
	t.Fatalf("%s has no file %s", page, name)
	return ""
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func runPage(t *testing.T, page, midweek, example string) int {
	text := read(t, page)
	shell := &shell{dir: t.TempDir(), midweek: midweek}
	shell.file(t, "example.json", example)
	shell.run("midweek sample --file > family.json")
	ran := 0
	mended := fence.ReplaceAllStringFunc(text, func(block string) string {
		m := fence.FindStringSubmatch(block)
		if kind, name, ok := strings.Cut(m[1], " "); ok && (kind == "json" || kind == "ics" || kind == "text") {
			shell.file(t, name, m[2])
		}
		if m[1] != "console" {
			return block
		}
		var b strings.Builder
		for _, command := range strings.Split(m[2], "\n$ ") {
			line, want, _ := strings.Cut(strings.TrimPrefix(command, "$ "), "\n")
			got := shell.run(line)
			ran++
			if !alike(want, got) {
				if !*update {
					t.Errorf("%s: $ %s\nsays:\n%s\nthe program answers:\n%s", page, line, want, got)
				} else if !strings.Contains(want, "…") {
					want = got
				}
			}
			b.WriteString("$ " + line + "\n" + want)
			if !strings.HasSuffix(want, "\n") && want != "" {
				b.WriteByte('\n')
			}
		}
		return "```console\n" + b.String() + "```"
	})
	if *update && mended != text {
		if err := os.WriteFile(page, []byte(mended), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return ran
}

// alike compares an answer with what a page says of it.
func alike(want, got string) bool {
	pattern := regexp.QuoteMeta(strings.TrimSpace(want))
	pattern = strings.ReplaceAll(pattern, "\n…\n", "\n(?:.*\n)*")
	pattern = strings.TrimSuffix(pattern, "\n…") + map[bool]string{true: "(?:\n.*)*"}[strings.HasSuffix(pattern, "\n…")]
	return regexp.MustCompile(`\A` + pattern + `\z`).MatchString(strings.TrimSpace(got))
}

// A shell runs a page's commands in a folder of their own.
type shell struct {
	dir, midweek string
	status       int
}

func (s *shell) file(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (s *shell) run(line string) string {
	if line == "echo $?" {
		return strconv.Itoa(s.status) + "\n"
	}
	cmd := exec.Command("bash", "-c", line)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "PATH="+s.midweek+string(os.PathListSeparator)+os.Getenv("PATH"))
	out, _ := cmd.CombinedOutput()
	s.status = cmd.ProcessState.ExitCode()
	return string(out)
}
