//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// callLimit bounds every call to the driver: one that hangs is a failure. The
// driver's own screenshots do hang, so pictures are taken of the display.
const callLimit = 20 * time.Second

// A driver speaks WebDriver to a page.
type driver struct {
	base   string // http://127.0.0.1:port/session/id
	client http.Client
}

// newDriver opens a session, which starts the program.
func newDriver(server, program string, args ...string) (*driver, error) {
	d := &driver{base: server + "/session", client: http.Client{Timeout: 3 * callLimit}}
	var opened struct{ SessionID string }
	err := d.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": program, "args": append([]string{}, args...)},
		"timeouts":                 map[string]int{"script": int(callLimit.Milliseconds())},
	}}}, &opened)
	if err != nil {
		return nil, fmt.Errorf("opening a session: %w", err)
	}
	d.base += "/" + opened.SessionID
	d.client.Timeout = callLimit
	return d, nil
}

// A refused call is one that the driver answered with an error.
type refused struct{ Code, Message string }

func (r *refused) Error() string { return r.Code + ": " + r.Message }

func (d *driver) call(method, path string, body, into any) error {
	if body == nil {
		body = struct{}{}
	}
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, d.base+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	response, err := d.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		var failed struct {
			Value struct{ Error, Message string }
		}
		if json.Unmarshal(answer, &failed) != nil {
			return fmt.Errorf("%s %s: status %d", method, path, response.StatusCode)
		}
		return &refused{failed.Value.Error, failed.Value.Message}
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer, &struct{ Value any }{into})
}

// run runs a script in the page; args are its arguments.
func (d *driver) run(script string, into any, args ...any) error {
	return d.call("POST", "/execute/sync", map[string]any{"script": script, "args": append([]any{}, args...)}, into)
}

// await runs a script that returns a promise and waits for it.
func (d *driver) await(script string, into any, args ...any) error {
	wrapped := `const done = arguments[arguments.length - 1];
		(async function () { ` + script + ` }).apply(null, [...arguments].slice(0, -1))
		.then(v => done([true, v ?? null]), e => done([false, String(e?.message ?? e)]))`
	var result []json.RawMessage
	err := d.call("POST", "/execute/async", map[string]any{"script": wrapped, "args": append([]any{}, args...)}, &result)
	switch {
	case err != nil:
		return err
	case len(result) != 2:
		return errors.New("the script gave no answer")
	case string(result[0]) != "true":
		return errors.New(string(result[1]))
	case into == nil:
		return nil
	}
	return json.Unmarshal(result[1], into)
}

// elementKey names an element in the protocol.
const elementKey = "element-6066-11e4-a52e-4f735466cecf"

// find gives the id of the one element that a CSS selector or an XPath names.
func (d *driver) find(using, value string) (string, error) {
	var found map[string]string
	err := d.call("POST", "/element", map[string]string{"using": using, "value": value}, &found)
	return found[elementKey], err
}

func (d *driver) click(id string) error { return d.call("POST", "/element/"+id+"/click", nil, nil) }

func (d *driver) keys(id, text string) error {
	return d.call("POST", "/element/"+id+"/value", map[string]string{"text": text}, nil)
}

func (d *driver) clear(id string) error { return d.call("POST", "/element/"+id+"/clear", nil, nil) }

func (d *driver) text(id string) (string, error) {
	var text string
	return text, d.call("GET", "/element/"+id+"/text", nil, &text)
}

func (d *driver) label(id string) (string, error) {
	var label string
	return label, d.call("GET", "/element/"+id+"/computedlabel", nil, &label)
}
