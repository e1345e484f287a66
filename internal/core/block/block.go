// Package block has the parts of a page, whatever it is put on: a heading, a
// paragraph, a list, a table, a figure. What a letter or a handout says is made
// of these, so that paper, screen and a plain file show the same words and no
// room of the core knows a file format.
//
// A block holds words ready to be read; a row of numbers stands in it as it is
// to be shown. Text is as the family wrote it: whoever draws a block sees to
// what its medium cannot show.
package block

import "midweek/internal/core/day"

// A Document is blocks in the order in which they are read.
type Document struct {
	Title    string  // for the window and the reader's list of files; not drawn
	Language string  // such as en-US
	On       day.Day // the day it is made, which dates the file
	Foot     string  // stands at the foot of every page
	Blocks   []Block
}

// A Block is a Heading, Paragraph, List, Table, Figure or NewPage.
type Block interface{ block() }

// A Heading begins a part of the document.
type Heading struct {
	Level int // 1 for the document's own, 2 for its parts
	Text  string
}

// A Look is how a paragraph stands on the page.
type Look uint8

// The looks of a paragraph.
const (
	Plain  Look = iota
	Small       // a remark
	Strong      // what to take away
	Framed      // words to be used as they stand
)

// A Paragraph is a run of text.
type Paragraph struct {
	Text string
	Look Look
}

// A List is items of equal rank.
type List struct{ Items []Item }

// An Item is a text, after a few words that name it.
type Item struct{ Lead, Text string }

// A Table is rows under named columns. The rows of one to be written in are
// high enough for a pen, and their columns are told apart by lines.
type Table struct {
	Columns []Column
	Rows    []Row
	WriteIn bool
}

// Box is a cell of its own: a box to tick.
const Box = "☐"

// A NewPage begins a page of the paper.
type NewPage struct{}

// A Column is named; numbers stand at its right.
type Column struct {
	Name   string
	Number bool
	Heads  bool // its cells name their rows
}

// A Row has a cell for each column.
type Row struct {
	Cells  []string
	Strong bool
	Blank  bool // leaves room to write by hand
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Figure) block()    {}
func (NewPage) block()   {}
