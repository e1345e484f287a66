package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A contestant is a program whose starts are timed.
type contestant struct {
	name  string
	path  string
	args  []string
	first time.Duration   // of the very first start, which counts for nothing
	times []time.Duration // of the others
	last  *frame          // the picture that every start must end with
}

// note keeps what a start took. One that ends with another picture than the
// first one did something else.
func (c *contestant) note(round int, took time.Duration, last *frame) error {
	if c.last != nil && !c.last.like(last) {
		return fmt.Errorf("%s ended with another picture in round %d than at first", filepath.Base(c.path), round)
	}
	c.last = last
	if round == 0 {
		c.first = took
		return nil
	}
	c.times = append(c.times, took)
	return nil
}

// median is the middle of the times, the upper one of two.
func (c *contestant) median() time.Duration {
	sorted := slices.Sorted(slices.Values(c.times))
	return sorted[len(sorted)/2]
}

// draw leaves the last picture in a folder, for people to look at.
func (c *contestant) draw(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(folder, filepath.Base(c.path)+".png"))
	if err != nil {
		return err
	}
	defer file.Close()
	return png.Encode(file, c.last.image())
}
