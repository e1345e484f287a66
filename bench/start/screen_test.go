package main

import (
	"encoding/binary"
	"image/color"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A made-up display of 8 by 8 dots, with two colors in its map and a row that
// is longer than it is wide.
const (
	testSize   = 8
	testStride = 4*testSize + 8
	testStart  = 4*headerWords + 12 + 2*colorSize
)

func madeUp(t *testing.T) (path string) {
	t.Helper()
	words := make([]uint32, headerWords)
	words[headerSize], words[headerVersion], words[headerBits] = 4*headerWords+12, 7, 32
	words[headerWidth], words[headerHeight], words[headerStride], words[headerColors] = testSize, testSize, testStride, 2
	path = filepath.Join(t.TempDir(), "screen")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := binary.Write(file, binary.BigEndian, words); err != nil {
		t.Fatal(err)
	}
	if err := file.Truncate(testStart + testSize*testStride); err != nil {
		t.Fatal(err)
	}
	return path
}

// paint sets a dot to blue, green, red and what nobody sees.
func paint(t *testing.T, path string, x, y int, dot ...byte) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteAt(dot, int64(testStart+y*testStride+4*x)); err != nil {
		t.Fatal(err)
	}
}

func opened(t *testing.T, path string) *screen {
	t.Helper()
	s, err := openScreen(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.file.Close() })
	return s
}

func TestScreenIsSeen(t *testing.T) {
	path := madeUp(t)
	s := opened(t, path)
	f := s.frame()
	if err := s.see(f, 1); err != nil || !f.blank() {
		t.Fatalf("an empty display is not blank: %v", err)
	}
	paint(t, path, 2, 7, 0, 0, 0, 9)
	if err := s.see(f, 1); err != nil || !f.blank() {
		t.Errorf("what nobody sees is seen: %v", err)
	}
	paint(t, path, 2, 7, 1, 2, 3, 9)
	if err := s.see(f, 4); err != nil || !f.blank() {
		t.Errorf("row 7 is looked at among every fourth: %v", err)
	}
	if err := s.see(f, 1); err != nil || f.blank() {
		t.Errorf("a dot is not seen: %v", err)
	}
	if got := f.image().At(2, 7); got != (color.RGBA{R: 3, G: 2, B: 1, A: 255}) {
		t.Errorf("the dot is %v", got)
	}
}

func TestScreenOfAnotherFormat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "screen")
	if err := os.WriteFile(path, make([]byte, 4096), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := openScreen(path); err == nil {
		t.Errorf("it is read as %+v", s)
	}
}

func TestPictureAtRest(t *testing.T) {
	path := madeUp(t)
	w := &watch{screen: opened(t, path)}
	if err := w.begin(); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	paint(t, path, 0, 4, 255, 255, 255, 0)
	changed, err := w.until(10 * time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if changed.Before(begun) || time.Since(changed) < 10*time.Millisecond {
		t.Errorf("begun %v, changed %v, now %v", begun, changed, time.Now())
	}
}

func TestAnotherPictureIsAnError(t *testing.T) {
	dots := func(n int) *frame {
		f := &frame{dots: make([]byte, 4*2000), width: 2000, height: 1, stride: 4 * 2000}
		for i := range n {
			f.dots[4*i] = 255
		}
		return f
	}
	c := &contestant{path: "program"}
	for round, f := range []*frame{dots(0), dots(2)} {
		if err := c.note(round, time.Duration(round), f); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
	}
	if err := c.note(2, 1, dots(7)); err == nil {
		t.Error("5 of 2000 dots more are the same picture")
	}
}

func TestMedian(t *testing.T) {
	c := &contestant{times: []time.Duration{9, 1, 5, 7, 3}}
	if got := c.median(); got != 5 {
		t.Errorf("the median is %d", got)
	}
}
