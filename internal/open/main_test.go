package open_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// How much is tortured: a little in every run of the tests, more by `make
// torture-quick`, most by `make torture`.
const tortureKey = "MIDWEEK_TORTURE"

// effort is one of three numbers.
func effort(little, quick, long int) int {
	switch os.Getenv(tortureKey) {
	case "quick":
		return quick
	case "long":
		return long
	}
	return little
}

// reports are what the torture did, for the last line.
var reports []string

func report(format string, args ...any) { reports = append(reports, fmt.Sprintf(format, args...)) }

// The tests that kill a process run this binary again, in one of these roles. A
// role answers with the process's exit code.
var roles = map[string]func(dir string) int{}

const (
	roleKey = "MIDWEEK_OPEN_ROLE"
	dirKey  = "MIDWEEK_OPEN_DIR"
)

func TestMain(m *testing.M) {
	if role := roles[os.Getenv(roleKey)]; role != nil {
		os.Exit(role(os.Getenv(dirKey)))
	}
	code := m.Run()
	if os.Getenv(tortureKey) != "" && code == 0 {
		fmt.Println("torture: " + strings.Join(reports, "; "))
	}
	os.Exit(code)
}
