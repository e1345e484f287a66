package open

import (
	"fmt"
	"strings"

	"github.com/sethvargo/go-diceware/diceware"
	"rsc.io/qr"

	"midweek/internal/core/block"
	"midweek/internal/core/day"
	"midweek/internal/core/handout"
)

// suggested is how many words a suggested passphrase has: five of the 7,776 of
// the EFF's long list come to 64 bits.
const suggested = 5

// SuggestPassphrase is a passphrase of five random words, apart by blanks.
func SuggestPassphrase() (string, error) {
	words, err := diceware.Generate(suggested)
	if err != nil {
		return "", fmt.Errorf("drawing words: %w", err)
	}
	return strings.Join(words, " "), nil
}

// Square is the code of a recovery key as it is printed, for a camera.
func Square(key string) (handout.Square, error) {
	code, err := qr.Encode(strings.ReplaceAll(key, " ", "-"), qr.M)
	if err != nil {
		return nil, fmt.Errorf("drawing the code: %w", err)
	}
	square := make(handout.Square, code.Size)
	for y := range square {
		square[y] = make([]bool, code.Size)
		for x := range square[y] {
			square[y][x] = code.Black(x, y)
		}
	}
	return square, nil
}

// RecoverySheet is the page with a recovery key.
func RecoverySheet(key string, today day.Day) (*block.Document, error) {
	square, err := Square(key)
	if err != nil {
		return nil, err
	}
	return handout.Recovery{Groups: Groups(key), Square: square, Today: today}.Page(), nil
}

// Groups are the parts of a recovery key as it is printed.
func Groups(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '-' })
}
