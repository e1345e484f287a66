package window

import (
	"encoding/json"
	"errors"
	"fmt"

	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// nothingChanged is the code for every failure that is our own.
const nothingChanged = "nothing_changed"

// nothingChangedText is all that a person is told of it: there is nothing that
// they could mend.
const nothingChangedText = "Nothing was changed. Something went wrong in the program itself. " +
	"Please try again; if it happens again, close Midweek and open it once more."

// A fault is an error as the page reads it.
type fault struct {
	Code  string            `json:"code"`
	Field string            `json:"field"` // where, in a form; empty for the whole
	Args  map[string]string `json:"args"`
	Text  string            `json:"text"` // for a person
}

// ErrorText is an error for the page, as the text of a JSON object. It is a
// text because the bridge makes `new Error(…)` of it.
func ErrorText(err error) string {
	told := fault{Code: nothingChanged, Args: map[string]string{}, Text: nothingChangedText}
	var r *refusal.Refusal
	if errors.As(err, &r) {
		told.Code, told.Field, told.Text = string(r.Code), r.Field, say.English.Refusal(r)
		for name, value := range r.Args {
			told.Args[name] = value
		}
	}
	text, err := json.Marshal(told)
	if err != nil {
		return `{"code":"nothing_changed","field":"","args":{},"text":"Nothing was changed."}`
	}
	return string(text)
}

// ours says whether an error is a failure of the program, and no refusal.
func ours(err error) bool {
	var r *refusal.Refusal
	return !errors.As(err, &r)
}

// A panicked error is a panic in a bound method. It knows where, not with what.
type panicked struct {
	kind  string   // Go type of the panic's value
	where []string // functions, innermost first
}

func (p *panicked) Error() string { return "panic: " + p.kind }

// Mend makes an error of a panic. Every bound method defers it as
// `defer window.Mend(&err)`: the bridge itself would leave the page waiting for
// ever.
func Mend(err *error) {
	if value := recover(); value != nil {
		*err = &panicked{kind: fmt.Sprintf("%T", value), where: callers()}
	}
}
