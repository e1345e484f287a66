package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
)

// A screen is the display as its server keeps it: a file in the format of xwd,
// always as it is right now, so that looking costs the programs next to
// nothing.
type screen struct {
	file          *os.File
	start         int64 // of the dots in the file
	width, height int
	stride        int // bytes of a row
}

// Places in the header, which is of 32-bit words, the highest byte first.
const (
	headerSize = iota
	headerVersion
	headerFormat
	headerDepth
	headerWidth
	headerHeight
	headerBits   = 11 // of a dot
	headerStride = 12
	headerColors = 19
	headerWords  = 25
)

// colorSize in bytes is that of an entry of the color map, which stands
// between the header and the dots.
const colorSize = 12

var errNotScreen = errors.New("the display's file is not what was expected")

func openScreen(path string) (*screen, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	words := make([]uint32, headerWords)
	if err := binary.Read(file, binary.BigEndian, words); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if words[headerVersion] != 7 || words[headerBits] != 32 || words[headerStride] < 4*words[headerWidth] {
		return nil, errors.Join(errNotScreen, file.Close())
	}
	return &screen{
		file: file, start: int64(words[headerSize] + words[headerColors]*colorSize),
		width: int(words[headerWidth]), height: int(words[headerHeight]), stride: int(words[headerStride]),
	}, nil
}

// A frame is what a screen showed at one moment: rows of dots, each of four
// bytes, from blue to red and one that nobody sees.
type frame struct {
	dots                  []byte
	width, height, stride int
}

func (s *screen) frame() *frame {
	return &frame{dots: make([]byte, s.height*s.stride), width: s.width, height: s.height, stride: s.stride}
}

// see takes every row of the screen into a frame, or one of so many.
func (s *screen) see(into *frame, each int) error {
	for y := 0; y < s.height; y += each {
		at := y * s.stride
		row := into.dots[at : at+s.stride]
		if _, err := s.file.ReadAt(row, s.start+int64(at)); err != nil {
			return fmt.Errorf("reading the display: %w", err)
		}
		for unseen := 3; unseen < len(row); unseen += 4 {
			row[unseen] = 0 // the programs leave here what they like
		}
	}
	return nil
}

func (f *frame) image() image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, f.width, f.height))
	for y := range f.height {
		for x := range f.width {
			dot := f.dots[y*f.stride+4*x:]
			picture.SetRGBA(x, y, color.RGBA{R: dot[2], G: dot[1], B: dot[0], A: 255})
		}
	}
	return picture
}

// like says whether two frames show the same, but for one dot of a thousand:
// the engine does not draw every edge the same each time.
func (f *frame) like(other *frame) bool {
	differing := 0
	for at := 0; at < len(f.dots); at += 4 {
		if !bytes.Equal(f.dots[at:at+4], other.dots[at:at+4]) {
			differing++
		}
	}
	return differing <= f.width*f.height/1000
}

// blank says whether all dots are of one color: nothing is on the display.
func (f *frame) blank() bool {
	for at := 4; at < len(f.dots); at++ {
		if f.dots[at] != f.dots[at-4] {
			return false
		}
	}
	return true
}
