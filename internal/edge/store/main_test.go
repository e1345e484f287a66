package store_test

import (
	"fmt"
	"os"
	"testing"
)

// The tests that kill, limit or disown a process run this binary again, in one
// of these roles. A role answers with the process's exit code.
var roles = map[string]func(dir string) int{}

const (
	roleKey = "MIDWEEK_STORE_ROLE"
	dirKey  = "MIDWEEK_STORE_DIR"
)

func TestMain(m *testing.M) {
	if role := roles[os.Getenv(roleKey)]; role != nil {
		os.Exit(role(os.Getenv(dirKey)))
	}
	code := m.Run()
	os.RemoveAll(copies)
	os.Exit(code)
}

// alone is the tb of a process in a role.
type alone struct{}

func (alone) Helper() {}

func (alone) Fatal(args ...any) {
	fmt.Fprintln(os.Stderr, args...)
	os.Exit(3)
}

func (a alone) Fatalf(format string, args ...any) { a.Fatal(fmt.Sprintf(format, args...)) }

func (a alone) Errorf(format string, args ...any) { a.Fatal(fmt.Sprintf(format, args...)) }
