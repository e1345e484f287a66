//go:build e2e

package e2e

import (
	"fmt"
	"strings"
)

// natives are the elements that have a role of themselves.
var natives = map[string]string{
	"button":   "button, summary, input[type=button], input[type=submit]",
	"link":     "a[href]",
	"textbox":  "textarea, input:not([type]), input[type=text], input[type=search], input[type=time], input[type=number]",
	"checkbox": "input[type=checkbox]",
	"radio":    "input[type=radio]",
	"combobox": "select",
	"option":   "option",
	"heading":  "h1, h2, h3, h4, h5, h6",
	"row":      "tr",
	"cell":     "td",
	"dialog":   "dialog[open]",
	"listitem": "li",
	"img":      "img, svg",
}

// byRole gives the one visible element of a role and a name. Which elements
// come into question is guessed here; what they are called is the engine's
// own answer, which is what a screen reader gets.
func (d *driver) byRole(role, name string) (string, error) {
	selector := fmt.Sprintf("[role=%s]", role)
	if own := natives[role]; own != "" {
		selector += ", " + own
	}
	start, open := strings.CutSuffix(name, "…")
	var candidates []map[string]string
	err := d.run(`return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility() &&
		(!e.hasAttribute('role') || e.getAttribute('role') === arguments[1]) && !e.closest('[aria-hidden=true], [inert]'))`,
		&candidates, selector, role)
	if err != nil {
		return "", err
	}
	var found []string
	var names []string
	for _, c := range candidates {
		label, err := d.label(c[elementKey])
		if err != nil {
			return "", err
		}
		names = append(names, label)
		if label == name || open && strings.HasPrefix(label, start) {
			found = append(found, c[elementKey])
		}
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%d of them among %q", len(found), names)
	}
	return found[0], nil
}
