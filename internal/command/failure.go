package command

import (
	"errors"
	"io/fs"
	"strconv"
	"syscall"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// inFile is an error of a file.
type inFile struct {
	name string
	err  error
}

func (f inFile) Error() string { return f.name + ": " + f.err.Error() }
func (f inFile) Unwrap() error { return f.err }

// exit is an error with the status to exit with.
type exit struct {
	status int
	error
}

func (e exit) Unwrap() error { return e.error }

func statusOf(err error) int {
	var e exit
	if errors.As(err, &e) {
		return e.status
	}
	return failed
}

// explain is the one line for a failure: the file, the place in it, what is
// wrong and what to do.
func explain(err error) string {
	var at string
	var file inFile
	if errors.As(err, &file) {
		at = say.Plain(file.name) + ": "
	}
	if r := refusal.From(err); r != nil && r.Field != "" {
		at += say.Line(r.Field, longestPath) + ": "
	}
	var act *history.Broken
	if errors.As(err, &act) {
		at += "entry " + strconv.Itoa(act.N) + " of " + say.Plain(act.Author) + ": "
	}
	return at + sentence(err)
}

// What a message repeats at most of a place in a file, and of what another
// library says.
const (
	longestPath    = 200
	longestMessage = 300
)

// sentence says what is wrong and what to do.
func sentence(err error) string {
	if r := refusal.From(err); r != nil {
		return say.English.Refusal(r)
	}
	var act *history.Broken
	if errors.As(err, &act) {
		return words.Put("broken." + string(act.Why))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file; check its name and folder"
	case errors.Is(err, fs.ErrPermission):
		return "this file may not be read; check who may open it"
	case errors.Is(err, syscall.EISDIR):
		return "this is a folder; name a file in it"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return "this could not be done, and nothing was changed (" + say.Line(err.Error(), longestMessage) + ")"
}
