package window

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// privateKey is set in the process that keeps itself private.
const privateKey = "MIDWEEK_PRIVATE"

// Once the program keeps itself private, no core is made of it, nobody without
// root's rights can attach to it, and the processes that it starts make no core
// either.
func TestMemoryIsKept(t *testing.T) {
	if os.Getenv(privateKey) != "" {
		KeepPrivate()
		var limit syscall.Rlimit
		dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
		if err != nil || dumpable != 0 {
			t.Errorf("dumpable %d, %v", dumpable, err)
		}
		if err := syscall.Getrlimit(syscall.RLIMIT_CORE, &limit); err != nil || limit.Cur != 0 || limit.Max != 0 {
			t.Errorf("cores up to %d, %d, %v", limit.Cur, limit.Max, err)
		}
		out, err := exec.Command("cat", "/proc/self/limits").Output()
		if line := lineOf(out, "Max core file size"); err != nil || len(line) < 6 || line[4] != "0" || line[5] != "0" {
			t.Errorf("a process that it starts: %v, %v", line, err)
		}
		return
	}
	again := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v")
	again.Env = append(os.Environ(), privateKey+"=1")
	if out, err := again.CombinedOutput(); err != nil || !bytes.Contains(out, []byte("--- PASS")) {
		t.Errorf("%v\n%s", err, out)
	}
}

// lineOf are the words of the line that begins so.
func lineOf(text []byte, beginning string) []string {
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, beginning) {
			return strings.Fields(line)
		}
	}
	return nil
}
