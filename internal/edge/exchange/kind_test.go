package exchange

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/refusal"
)

func picture(t *testing.T, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	dot := image.NewGray(image.Rect(0, 0, 3, 2))
	err := png.Encode(&b, dot)
	if kind == JPEG {
		b.Reset()
		err = jpeg.Encode(&b, dot, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wide is the head of a PNG that says how large it is and has nothing more.
func wide(width, height uint32) []byte {
	data := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(data[4:], width)
	binary.BigEndian.PutUint32(data[8:], height)
	data[12] = 8
	head := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	return binary.BigEndian.AppendUint32(append(head, data...), crc32.ChecksumIEEE(data))
}

// What a file is shown as, whatever it is called: the rows of one table of
// files that are meant to do harm.
func TestWhatIsShown(t *testing.T) {
	jpg, pngs := string(picture(t, JPEG)), string(picture(t, PNG))
	for what, c := range map[string]struct{ file, kind string }{
		"a photo":                          {jpg, JPEG},
		"a scan":                           {pngs, PNG},
		"a PDF":                            {"%PDF-1.7\n", PDF},
		"a PDF with script in it":          {"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj", PDF},
		"a photo that is a page as well":   {jpg + "<html><script>alert(1)</script>", JPEG},
		"a photo that is an archive too":   {jpg + "PK\x03\x04", JPEG},
		"a page that says PDF later":       {"<html><script>alert(1)</script>%PDF-1.7", ""},
		"a drawing with script":            {`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`, ""},
		"a page":                           {"<!doctype html><script>alert(1)</script>", ""},
		"a document with macros":           {"PK\x03\x04word/vbaProject.bin", ""},
		"a phone's photo":                  {"\x00\x00\x00\x18ftypheic", ""},
		"a moving picture":                 {"GIF89a\x01\x00\x01\x00", ""},
		"a program":                        {"MZ\x90\x00", ""},
		"a picture of a million by itself": {string(wide(1_000_000, 1_000_000)), ""},
		"a picture of 51 million points":   {string(wide(10_200, 5_000)), ""},
		"a picture of one long line":       {string(wide(40_000, 1)), ""},
		"a picture without measures":       {"\x89PNG\r\n\x1a\n", ""},
		"a photo cut off":                  {jpg[:20], ""},
		"a byte":                           {"%", ""},
		"nothing":                          {"", ""},
	} {
		file := strings.NewReader(c.file)
		kind, err := Showable(file)
		if kind != c.kind {
			t.Errorf("%s is shown as %q, want %q", what, kind, c.kind)
		}
		refused := refusal.From(err) != nil && slices.Contains([]refusal.Code{refusal.PaperNotShown, refusal.PictureTooBig}, refusal.From(err).Code)
		if (c.kind == "") != refused {
			t.Errorf("%s: %v", what, err)
		}
		if c.kind != "" && file.Len() != len(c.file) {
			t.Errorf("%s is not at its beginning", what)
		}
	}
}

func TestPicturesUpToFiftyMillionPoints(t *testing.T) {
	if _, err := Showable(bytes.NewReader(wide(10_000, 5_000))); err != nil {
		t.Error(err)
	}
}

// A name is only a word: as the name of a copy it leads nowhere and is nothing
// that a system would run.
func TestTheNameOfACopy(t *testing.T) {
	for _, c := range []struct{ name, kind, want string }{
		{"Progress report.pdf", PDF, "Progress report.pdf"},
		{"IMG_0412.JPEG", JPEG, "IMG_0412.jpeg"},
		{"evil.pdf.exe", Bytes, "evil pdf exe.bin"},
		{"evil.pdf.exe", PDF, "evil pdf exe.pdf"},
		{"notes.docm", "application/zip", "notes docm.bin"},
		{"notes.docx", "application/zip", "notes.docx"},
		{"../../.ssh/authorized_keys", Bytes, "ssh authorized_keys.bin"},
		{`C:\Windows\system.ini`, PNG, "C Windows system ini.png"},
		{"CON", PDF, "_CON.pdf"},
		{"com1.pdf", PDF, "_com1.pdf"},
		{"report.", PDF, "report.pdf"},
		{".hidden", Bytes, "hidden.bin"},
		{"a\x00b\nc.png", PNG, "a b c.png"},
		{"\u202Egnp.exe", PNG, "gnp exe.png"},
		{"~$%&", JPEG, "attachment.jpg"},
		{"Señal 雨.png", PNG, "Señal 雨.png"},
		{"\xff\xfe.png", PNG, "attachment.png"},
	} {
		if got := SafeName(c.name, c.kind); got != c.want {
			t.Errorf("%q is saved as %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzTheNameOfACopy(f *testing.F) {
	f.Add("../../x", PDF)
	f.Add(strings.Repeat("长", 300), JPEG)
	f.Fuzz(func(t *testing.T, name, kind string) {
		got := SafeName(name, kind)
		if len(got) > 200 || strings.ContainsAny(got, "/\\:*?\"<>|\x00\n") || strings.HasPrefix(got, ".") || strings.HasSuffix(got, ".") {
			t.Errorf("%q is saved as %q", name, got)
		}
	})
}
