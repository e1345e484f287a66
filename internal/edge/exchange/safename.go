package exchange

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// maxName is how many bytes of a name a copy keeps; file systems take 255.
const maxName = 160

// endings are what a copy of each kind is named with, so that another program
// takes it for what it is.
var endings = map[string]string{
	JPEG: ".jpg", PNG: ".png", PDF: ".pdf", "image/gif": ".gif", "image/webp": ".webp", "image/tiff": ".tiff",
	"image/heic": ".heic", "image/heif": ".heif", "video/quicktime": ".mov", "video/mp4": ".mp4", "audio/mpeg": ".mp3",
	"application/rtf": ".rtf",
}

// also are other endings of a kind that may stay as they are.
var also = map[string][]string{
	JPEG: {".jpeg", ".jpe"}, "image/tiff": {".tif"}, "image/heic": {".heif"}, "video/mp4": {".m4v", ".m4a"},
	"application/zip":           {".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods"},
	"application/x-ole-storage": {".doc", ".xls", ".ppt", ".msg"},
	Bytes:                       {".txt", ".csv", ".eml", ".md"},
}

// reserved are names that Windows takes for devices.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true}

// SafeName is a name under which a file may be saved on any system: of what
// came with it, letters, numbers and little else, never a path, a hidden file
// or a device. An ending that a system might run is not kept: it is that of the
// kind, and .bin of a kind that has none.
func SafeName(name, kind string) string {
	given := filepath.Ext(name)
	ending, base := strings.ToLower(given), plainName(strings.TrimSuffix(name, given))
	if !fits(ending, kind) {
		ending, base = cmp.Or(endings[kind], ".bin"), plainName(name)
	}
	if base == "" {
		base = "attachment"
	}
	if isDevice(base) {
		base = "_" + base
	}
	return base + ending
}

func fits(ending, kind string) bool {
	return ending != "" && (ending == endings[kind] || slices.Contains(also[kind], ending))
}

// plainName keeps the letters and numbers of a name, and a few signs between
// them.
func plainName(name string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(name, " ") {
		if b.Len() > maxName {
			break
		}
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune("-_()", r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isDevice says whether Windows would take a name for a device: CON, COM1.
func isDevice(base string) bool {
	base = strings.ToLower(base)
	port := strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")
	return reserved[base] || port && len([]rune(base)) == 4
}
