package wall

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A call as the kernel shows it to a filter.
type call struct {
	number, audit uint32
	first         uint64
}

func (c call) word(t *testing.T, at uint32) uint32 {
	t.Helper()
	switch at {
	case numberAt:
		return c.number
	case auditAt:
		return c.audit
	case familyAt:
		return uint32(c.first)
	}
	t.Fatalf("the filter looks at byte %d", at)
	return 0
}

// judge runs a filter as the kernel does.
func judge(t *testing.T, f []unix.SockFilter, c call) uint32 {
	t.Helper()
	var a uint32
	for at := 0; at < len(f); at++ {
		i := f[at]
		skip := func(yes bool) int {
			if yes {
				return int(i.Jt)
			}
			return int(i.Jf)
		}
		switch i.Code {
		case unix.BPF_LD | unix.BPF_W | unix.BPF_ABS:
			a = c.word(t, i.K)
		case unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K:
			at += skip(a == i.K)
		case unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K:
			at += skip(a >= i.K)
		case unix.BPF_RET | unix.BPF_K:
			return i.K
		default:
			t.Fatalf("the filter has an instruction %#x", i.Code)
		}
	}
	t.Fatal("the filter has no end")
	return 0
}

// What is refused, on every processor of the table: only two families, no
// ring, no descriptor out of another process, no name that the kernel has
// looked up, and nothing in another processor's numbers.
func TestTheFilterOnEveryProcessor(t *testing.T) {
	for name, p := range processors {
		f := p.filter()
		answers := func(number uint32, first uint64) uint32 { return judge(t, f, call{number, p.audit, first}) }
		for family := range uint64(64) {
			want := uint32(refuse)
			if family == unix.AF_UNIX || family == unix.AF_NETLINK {
				want = allow
			}
			for _, number := range []uint32{p.socket, p.socketpair} {
				for _, upper := range []uint64{0, 1 << 32, 0xffffffff << 32} {
					if got := answers(number, family|upper); got != want {
						t.Errorf("%s: call %d, family %d and %#x: %#x", name, number, family, upper, got)
					}
				}
			}
		}
		for _, number := range p.refused() {
			if answers(number, unix.AF_UNIX) != refuse {
				t.Errorf("%s: call %d is let through", name, number)
			}
		}
		for number := range uint32(512) {
			special := number == p.socket || number == p.socketpair || strings.Contains(fmt.Sprint(" ", p.refused(), " "), fmt.Sprint(number))
			if !special && answers(number, 2) != allow {
				t.Errorf("%s: call %d is refused", name, number)
			}
		}
		for other, q := range processors {
			if other != name && judge(t, f, call{p.socket, q.audit, unix.AF_UNIX}) != refuse {
				t.Errorf("%s lets calls of %s through", name, other)
			}
		}
		if judge(t, f, call{359, unix.AUDIT_ARCH_I386, unix.AF_UNIX}) != refuse {
			t.Errorf("%s lets calls of i386 through", name)
		}
	}
	amd64 := processors["amd64"]
	for _, number := range []uint32{41, 53, 0, 425} {
		if judge(t, amd64.filter(), call{number | 0x40000000, amd64.audit, unix.AF_UNIX}) != refuse {
			t.Errorf("x32: call %d is let through", number)
		}
	}
}

// The numbers of the table are those of the Go authors' own tables, which are
// made from the kernel's headers.
func TestTheNumbersAreTheKernels(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/sys").Output()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(strings.TrimSpace(string(out)), "unix")
	audits := map[string]string{
		"amd64": "X86_64", "arm64": "AARCH64", "arm": "ARM", "loong64": "LOONGARCH64", "ppc64le": "PPC64LE", "riscv64": "RISCV64",
	}
	for name, p := range processors {
		calls := read(t, filepath.Join(folder, "zsysnum_linux_"+name+".go"))
		for call, number := range map[string]uint32{
			"SYS_SOCKET": p.socket, "SYS_SOCKETPAIR": p.socketpair, "SYS_REQUEST_KEY": p.requestKey, "SYS_SOCKETCALL": p.socketcall,
			"SYS_IO_URING_SETUP": ioUringSetup, "SYS_IO_URING_ENTER": ioUringEnter, "SYS_IO_URING_REGISTER": ioUringRegister,
			"SYS_PIDFD_GETFD": pidfdGetfd,
		} {
			if got := calls[call]; got != fmt.Sprint(number) && (got != "" || number != 0) {
				t.Errorf("%s: %s is %s, the table says %d", name, call, got, number)
			}
		}
		audit := read(t, filepath.Join(folder, "zerrors_linux.go"))["AUDIT_ARCH_"+audits[name]]
		if audit != fmt.Sprintf("%#x", p.audit) {
			t.Errorf("%s is %s, the table says %#x", name, audit, p.audit)
		}
	}
}

// read gives the constants of a file of Go.
func read(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^\s+(\w+)\s+= (\w+)`).FindAllStringSubmatch(string(data), -1) {
		all[m[1]] = m[2]
	}
	return all
}
