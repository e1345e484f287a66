package paper

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Source Sans 3 by Adobe, under the SIL Open Font License (fonts/OFL.txt). It
// has the letters of Latin with all accents of Spanish and Vietnamese, Greek
// and Cyrillic, and a plain zero.
var (
	//go:embed fonts/SourceSans3-Regular.ttf
	regular []byte
	//go:embed fonts/SourceSans3-Bold.ttf
	bold []byte
)

// unseen stands where a character is that the font does not have, so that a
// reader sees that something is missing.
const unseen = '□'

// letters are the characters that the fonts have, read when the first page is
// drawn. Both have the same.
var letters = sync.OnceValue(func() map[rune]bool { return readLetters(regular) })

// clean is text that can be drawn: accents joined to their letters, one line,
// without characters that only steer the text. What the font does not have, and
// what is no character at all, is shown as a box.
func clean(text string) string {
	var b strings.Builder
	has := letters()
	for _, r := range norm.NFC.String(text) {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r): // direction overrides, joiners, marks of order
		case has[r]:
			b.WriteRune(r)
		default:
			b.WriteRune(unseen)
		}
	}
	return strings.TrimSpace(b.String())
}

// readLetters reads a font's table of characters, of the basic plane: OpenType,
// cmap, format 4. A font without one is a fault of the program.
func readLetters(font []byte) map[rune]bool {
	table := cmapOf(font)
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		sub := table[binary.BigEndian.Uint32(table[4+8*i+4:]):]
		if binary.BigEndian.Uint16(sub) == 4 {
			return segments(sub)
		}
	}
	panic("paper: the font has no table of characters")
}

func cmapOf(font []byte) []byte {
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		entry := font[12+16*i:]
		if string(entry[:4]) == "cmap" {
			return font[binary.BigEndian.Uint32(entry[8:]):]
		}
	}
	panic("paper: the font has no cmap")
}

// segments are the characters of a subtable: runs from a first to a last one.
func segments(sub []byte) map[rune]bool {
	found := map[rune]bool{}
	n := int(binary.BigEndian.Uint16(sub[6:])) / 2
	for s := range n {
		last := rune(binary.BigEndian.Uint16(sub[14+2*s:]))
		for r := rune(binary.BigEndian.Uint16(sub[16+2*n+2*s:])); r <= last && r < 0xFFFF; r++ {
			if r >= ' ' {
				found[r] = true
			}
		}
	}
	return found
}
