// Package refusal is the one kind of error that a person can act on: a form
// field left empty, a day that does not exist, a line of a file that
// contradicts another. It says what is wrong by a code, where by a field, and
// with which values by arguments. The words for it are package say's, so that
// a refusal reads the same on screen, on paper and on the command line, in
// every language.
//
// Every other error is our own failure; the person is told that nothing was
// changed and is not asked to mend anything.
package refusal

import (
	"errors"
	"sort"
	"strings"
)

// Code names what is wrong. Codes are listed in codes.go; each has words in
// package say, which a test there insists on.
type Code string

// Args are the values that the words of a code speak about, by name.
type Args map[string]string

// A Refusal is bad input, told so that a person can mend it.
type Refusal struct {
	Code  Code
	Field string // where, in the form of `plans[0].services[1].requirement.amount`; empty for the whole
	Args  Args
}

// New refuses with a code; pairs are the names and values of its arguments.
func New(code Code, pairs ...string) *Refusal {
	r := &Refusal{Code: code}
	for i := 0; i+1 < len(pairs); i += 2 {
		if r.Args == nil {
			r.Args = Args{}
		}
		r.Args[pairs[i]] = pairs[i+1]
	}
	return r
}

// Error is for logs and tests; people are shown the words of package say.
func (r *Refusal) Error() string {
	names := make([]string, 0, len(r.Args))
	for name := range r.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	if r.Field != "" {
		b.WriteString(r.Field + ": ")
	}
	b.WriteString(string(r.Code))
	for _, name := range names {
		b.WriteString(" " + name + "=" + r.Args[name])
	}
	return b.String()
}

// At places err at a field: what stood at `date` now stands at
// `sessions[3].date`. An error that is no refusal is returned as it came.
func At(field string, err error) error {
	var r *Refusal
	if !errors.As(err, &r) {
		return err
	}
	placed := *r
	placed.Field = join(field, r.Field)
	return &placed
}

func join(outer, inner string) string {
	switch {
	case outer == "":
		return inner
	case inner == "" || strings.HasPrefix(inner, "["):
		return outer + inner
	}
	return outer + "." + inner
}

// From finds the refusal in err, or nil when err is not for a person to mend.
func From(err error) *Refusal {
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return nil
}
