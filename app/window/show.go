package window

import (
	"os"
	"os/exec"
	"runtime"
)

// showFolder opens a folder in the file manager, by the program that the
// system has for it. It is the one place that starts another program; the
// folder is always one of our own and never comes from the page.
func showFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	program := map[string]string{"darwin": "open", "windows": "explorer"}[runtime.GOOS]
	if program == "" {
		program = "xdg-open"
	}
	manager := exec.Command(program, folder)
	if err := manager.Start(); err != nil {
		return err
	}
	go func() { _ = manager.Wait() }() // explorer says 1 when all is well
	return nil
}
