//go:build e2e

package e2e

import "testing"

// role is what a screen reader is told that an element is.
func (d *driver) role(id string) (string, error) {
	var role string
	return role, d.call("GET", "/element/"+id+"/computedrole", nil, &role)
}

// controls are what a person can act on, and what tells where one is.
const controls = `return [...document.querySelectorAll('main, nav, h1, h2, h3, button, a[href], input, select, textarea, table, [role=grid], [role=listbox]')]
	.filter(e => e.checkVisibility() && !e.closest('[aria-hidden=true], [inert]'))`

// unnamed are the roles that may go without a name.
var unnamed = map[string]bool{"main": true, "list": true}

// Every main screen, in the window's own engine: one main part, a heading of its
// own, and nothing to act on without a name or a role. The answers are those of the engine's tree for screen readers.
func TestTheScreensSpeak(t *testing.T) {
	p := start(t, "--sample")
	p.find("heading", "Thursday, March 20")
	heading := func() string {
		text, _ := p.run(`return document.querySelector('main h1')?.textContent ?? ''`).(string)
		return text
	}
	before := ""
	for _, screen := range []string{"today", "checkin", "calendar", "log", "owed", "planner", "notes", "family", "people", "papers", "changes"} {
		p.run(`location.hash = '#/' + arguments[0]`, screen)
		p.within(screen, func() bool { return heading() != "" && heading() != before })
		before = heading()
		var found []map[string]string
		if err := p.page.run(controls, &found); err != nil {
			t.Fatal(err)
		}
		roles := map[string]int{}
		for _, each := range found {
			id := each[elementKey]
			role, err := p.page.role(id)
			if err != nil {
				continue // it went meanwhile
			}
			label, err := p.page.label(id)
			roles[role]++
			if err == nil && (role == "" || role == "generic" || label == "" && !unnamed[role]) {
				html := p.run(`return arguments[0].outerHTML.slice(0, 160)`, each)
				t.Errorf("%s: a %q called %q: %v", screen, role, label, html)
			}
		}
		if roles["main"] != 1 || roles["heading"] == 0 || roles["navigation"] == 0 || roles["button"] == 0 {
			t.Errorf("%s: %v", screen, roles)
		}
	}
}
