//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// typeBack types the two groups that are asked for, as they stand on the sheet.
func (p *program) typeBack() {
	p.t.Helper()
	groups, _ := p.run(`return [...document.querySelectorAll('.group')].map((group) => group.textContent)`).([]any)
	if len(groups) != 9 {
		p.t.Fatalf("the sheet has %d groups", len(groups))
	}
	p.click("button", "I have it on paper")
	p.find("heading", "Type two groups back")
	asked, _ := p.run(`return [...document.querySelectorAll('form label')].map((label) => label.textContent.trim())`).([]any)
	for _, label := range asked {
		n := strings.TrimPrefix(label.(string), "Group ")
		p.fill(label.(string), strings.ToLower(groups[n[0]-'1'].(string)))
	}
}

// The locked record, in the built program: it is begun in three steps; words
// half typed outlive Ctrl+L and are there after the passphrase; while it is
// locked no word of the family is in the window, nor on the disk.
func TestTheRecordIsLocked(t *testing.T) {
	const passphrase = "harbor lemon quiet stairs"
	p := start(t)
	p.fill("Your child’s name", "Marisol")
	p.fill("Your name", "Grandma")
	p.click("button", "Next: the passphrase")
	p.click("button", "Show") // a field that hides has no role by which it is found
	p.fill("New passphrase", passphrase)
	p.click("button", "Next: the recovery key")
	p.find("heading", "Your recovery key")
	p.typeBack()
	p.click("button", "Lock the record")
	p.reads("Marisol")

	p.run(`location.hash = '#/notes'`)
	p.click("button", "Add a note")
	p.find("heading", "A note")
	p.run(`const note = document.querySelector('[role=dialog] textarea')
		note.value = 'Wore her new glasses'
		note.dispatchEvent(new Event('input', { bubbles: true }))`)
	p.press("\ue009l\ue000")
	p.find("heading", "Your record is locked")
	p.picture("door")
	for _, word := range []string{"Marisol", "Grandma", "glasses", passphrase} {
		if shown, _ := p.run(`return document.documentElement.outerHTML + document.title + location.href`).(string); strings.Contains(shown, word) {
			t.Errorf("%q is in the window while the record is locked", word)
		}
		p.nowhere(word)
	}
	p.click("button", "Show")
	p.fill("Passphrase", "quite another one")
	p.click("button", "Open the record")
	p.reads("This passphrase does not open the record")
	p.fill("Passphrase", passphrase)
	p.click("button", "Open the record")
	p.click("button", "Add a note")
	p.within("the words half typed", func() bool {
		kept, _ := p.run(`return document.querySelector('[role=dialog] textarea')?.value ?? ''`).(string)
		return kept == "Wore her new glasses"
	})
	p.restart()
	p.find("heading", "Your record is locked")
}

// nowhere wants that no file of the program has a word in it.
func (p *program) nowhere(word string) {
	p.t.Helper()
	_ = filepath.WalkDir(p.root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil
		}
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), word) {
			p.t.Errorf("%q is in %s", word, path)
		}
		return nil
	})
}
