package portable_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/portable"
)

const words = "orbit maple seventeen lanterns"

func TestMain(m *testing.M) {
	costly = portable.Cheap()
	os.Exit(m.Run())
}

// costly brings the program's own cost back.
var costly func()

func bytesOf(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func contents() portable.Contents {
	return portable.Contents{
		Made:   time.Date(2026, 11, 22, 18, 40, 12, 0, time.FixedZone("EST", -5*3600)),
		Record: "a1b2", Data: []byte(`{"format":"service-hours"}`), Acts: []byte("acts\n"), Database: []byte("SQLite format 3\x00 and so on"),
		Papers: []portable.Paper{
			{Name: "Évaluation.pdf", Given: "Évaluation.pdf", Kind: "application/pdf", Size: 5, SHA256: "aa", Added: "2026-10-01", Open: bytesOf("%PDF-")},
			{Name: "scan.png", Given: "=HYPERLINK(1).png", Kind: "image/png", Size: 3, SHA256: "bb", Added: "2026-10-02", Open: bytesOf("png")},
			{Name: "SCAN.png", Given: "SCAN.png", Kind: "image/png", Size: 4, SHA256: "cc", Added: "2026-10-03", Open: bytesOf("png2")},
			{Name: "../../etc/passwd", Given: "../../etc/passwd", Kind: "application/octet-stream", Size: 1, Open: bytesOf("x")},
			{Name: "gone.pdf", Given: "gone.pdf", Open: func() (io.ReadCloser, error) { return nil, refusal.New(refusal.PaperGone) }},
		},
	}
}

func save(t *testing.T, c portable.Contents) (path string, missing []portable.Missing) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "midweek.zip.age")
	missing, err := sealTo(path, c)
	if err != nil {
		t.Fatal(err)
	}
	return path, missing
}

// opened is the ZIP inside, opened with the library of the tool.
func opened(t *testing.T, path, passphrase string) ([]byte, error) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := age.Decrypt(bytes.NewReader(data), key)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(plain)
}

func files(t *testing.T, data []byte) (names []string, texts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, texts[f.Name] = append(names, f.Name), string(text)
	}
	return names, texts
}

func TestEverythingIsInIt(t *testing.T) {
	c := contents()
	path, missing := save(t, c)
	data, err := opened(t, path, words)
	if err != nil {
		t.Fatal(err)
	}
	names, texts := files(t, data)
	want := []string{
		"README.txt", "data.json", "entries.acts", "record.sqlite", "attachments/0001 Évaluation.pdf", "attachments/0002 scan.png",
		"attachments/0003 SCAN.png", "attachments/0004 ....etcpasswd", "attachments.csv",
	}
	if got := strings.Join(names, "|"); got != strings.Join(want, "|") {
		t.Errorf("in it: %s", got)
	}
	for name, text := range map[string]string{
		"data.json": string(c.Data), "entries.acts": string(c.Acts), "record.sqlite": string(c.Database),
		"attachments/0001 Évaluation.pdf": "%PDF-", "attachments/0003 SCAN.png": "png2",
	} {
		if texts[name] != text {
			t.Errorf("%s: %q", name, texts[name])
		}
	}
	if len(missing) != 1 || missing[0].Name != "gone.pdf" || missing[0].Why.Code != refusal.PaperGone {
		t.Errorf("missing: %v", missing)
	}
	checkList(t, texts["attachments.csv"])
}

// The list names each file, and no spreadsheet runs a name in it.
func checkList(t *testing.T, text string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 6 || strings.Join(rows[1], "|") != "attachments/0001 Évaluation.pdf|Évaluation.pdf|application/pdf|5|aa|2026-10-01" {
		t.Errorf("the list: %q", rows)
	}
	if rows[2][1] != "'=HYPERLINK(1).png" || rows[5][0] != "missing" {
		t.Errorf("the list: %q and %q", rows[2], rows[5])
	}
}

func TestTheReadmeSaysWhatIsWhat(t *testing.T) {
	path, _ := save(t, contents())
	data, err := opened(t, path, words)
	if err != nil {
		t.Fatal(err)
	}
	names, texts := files(t, data)
	readme := texts["README.txt"]
	for _, name := range names[1:4] {
		if !strings.Contains(readme, name) {
			t.Errorf("the README does not say what %s is", name)
		}
	}
	for _, word := range []string{"2026-11-22 18:40 EST", "a1b2", "age --decrypt", "attachments.csv says which paper"} {
		if !strings.Contains(readme, word) {
			t.Errorf("the README lacks %q", word)
		}
	}
	if strings.ContainsAny(readme, "{}") {
		t.Error("a place of the README was not filled in")
	}
	for _, line := range strings.Split(readme, "\r\n") {
		if len(line) > 80 || strings.Contains(line, "\n") {
			t.Errorf("a line of the README: %q", line)
		}
	}
}

func TestTheSameMakesTheSame(t *testing.T) {
	var all [2][]byte
	for i := range all {
		path, _ := save(t, contents())
		data, err := opened(t, path, words)
		if err != nil {
			t.Fatal(err)
		}
		all[i] = data
	}
	if !bytes.Equal(all[0], all[1]) {
		t.Error("the same contents made two different files")
	}
}

func TestNobodyElseOpensIt(t *testing.T) {
	path, _ := save(t, contents())
	if _, err := opened(t, path, words+" "); err == nil {
		t.Error("another passphrase opened it")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"PK\x03\x04", "service-hours", "README", "valuation", "SQLite"} {
		if bytes.Contains(data, []byte(word)) {
			t.Errorf("%q can be read", word)
		}
	}
}

// sealTo seals into a file.
func sealTo(path string, c portable.Contents) ([]portable.Missing, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	missing, err := portable.Seal(f, words, c)
	return missing, errors.Join(err, f.Close())
}

// What breaks off tells why, and does not open.
func TestWhatBreaksOffDoesNotOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "midweek.zip.age")
	broken := errors.New("the disk is gone")
	c := contents()
	c.Papers[2].Open = func() (io.ReadCloser, error) { return nil, broken }
	if _, err := sealTo(path, c); !errors.Is(err, broken) {
		t.Errorf("the error: %v", err)
	}
	if _, err := opened(t, path, words); err == nil {
		t.Error("half of it opens")
	}
}
