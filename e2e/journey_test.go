//go:build e2e

package e2e

import "testing"

// openMinutes reads from Today how many minutes of a service are left to make
// up.
func (p *program) openMinutes(service string) int {
	p.t.Helper()
	var got int
	script := `const card = [...document.querySelectorAll('h3')].find(h => h.textContent.includes(arguments[0])).parentElement
		return parseInt(card.querySelector('.minutes').textContent.replace(/\D/g, ''))`
	p.within("the minutes of "+service, func() bool { return p.page.run(script, &got, service) == nil })
	return got
}

// clickIn clicks a button in the one list item that says a text.
func (p *program) clickIn(item, button string) {
	p.t.Helper()
	var found map[string]string
	script := `const item = [...document.querySelectorAll('main li')].find(li => li.innerText.includes(arguments[0]))
		return [...item.querySelectorAll('button')].find(b => b.innerText.trim() === arguments[1])`
	p.within(button, func() bool { return p.page.run(script, &found, item, button) == nil && found[elementKey] != "" })
	if err := p.page.click(found[elementKey]); err != nil {
		p.t.Fatalf("clicking %s in %s: %v", button, item, err)
	}
}

// The main journey, on the built program and in its own engine: the sample
// family is opened by one click; one session was missed, which costs two; the
// ledger has the minutes; Undo takes them back; done again, they are there
// after the program was closed and opened.
func TestTheMainJourney(t *testing.T) {
	p := start(t)
	p.find("heading", "Welcome to Midweek")
	p.picture("1-start")
	p.click("button", "Use the sample family")
	p.find("heading", "Thursday, March 20")
	p.picture("2-today")
	open := p.openMinutes("Nora · Speech")

	p.clickIn("Speech", "Missed…")
	p.picture("3-missed")
	p.click("button", "Therapist was out")
	p.within("20 minutes more", func() bool { return p.openMinutes("Nora · Speech") == open+20 })
	p.picture("4-counted")

	p.click("link", "Minutes owed")
	p.find("heading", "Minutes owed")
	p.reads("Wed Mar 19, 2025")
	p.picture("5-owed")
	p.click("button", "Undo…")
	p.reads("Undone: marked a session missed")
	p.picture("6-undone")
	p.click("button", "Redo…")
	p.reads("Done again: marked a session missed")

	p.restart()
	p.click("button", "Use the sample family")
	p.find("heading", "Thursday, March 20")
	if now := p.openMinutes("Nora · Speech"); now != open+20 {
		t.Errorf("%d minutes were open after the restart, want %d", now, open+20)
	}
	p.click("button", "Undo…")
	p.within("the minutes as they were", func() bool { return p.openMinutes("Nora · Speech") == open })
}
