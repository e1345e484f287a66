// Package browser stands in for github.com/pkg/browser and opens nothing.
//
// The window's library lets its page ask for any address to be opened in the
// family's browser, and has no switch against it. A page that was tricked
// could send a record out that way. Every platform's code for it ends in this
// package, so go.mod puts a wall here: whatever asks is refused.
package browser

import (
	"errors"
	"io"
)

// ErrRefused is the answer to everything.
var ErrRefused = errors.New("this program opens no browser")

// OpenURL refuses.
func OpenURL(string) error { return ErrRefused }

// OpenFile refuses.
func OpenFile(string) error { return ErrRefused }

// OpenReader refuses, and reads nothing.
func OpenReader(io.Reader) error { return ErrRefused }
