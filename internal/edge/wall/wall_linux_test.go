package wall

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sort"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// roleKey names what a child process of the tests is to do: the wall cannot be
// taken down again, so every case has a process of its own.
const roleKey = "MIDWEEK_WALL_ROLE"

var roles = map[string]func(){}

func TestMain(m *testing.M) {
	if role := roles[os.Getenv(roleKey)]; role != nil {
		role()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child runs a role and gives its lines.
func child(t *testing.T, role string) []string {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), roleKey+"="+role)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", role, err, out)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// standing skips where the kernel takes no filter.
func standing(t *testing.T) {
	t.Helper()
	if got := child(t, "raise")[0]; got != string(Standing) {
		t.Skipf("the wall cannot be put up here: %s", got)
	}
}

func init() {
	roles["raise"] = func() { fmt.Println(Raise()) }
	roles["none"] = func() { fmt.Println(Now()) }
	roles["families"] = func() { Raise(); tryFamilies() }
	roles["families, none"] = tryFamilies
	roles["calls"] = func() { Raise(); tryCalls() }
	roles["threads"] = tryThreads
	roles["inherited"] = func() { Raise(); again("families, none") }
	roles["twice"] = func() { Raise(); fmt.Println(Raise()) }
	roles["no filter"] = tryWithoutSeccomp
}

// errno is how a call ended.
func errno(e unix.Errno) string {
	if e == 0 {
		return "made"
	}
	return unix.ErrnoName(e)
}

// tryFamilies makes sockets and pairs of every family that there is, in an
// ordinary way and with rubbish in the half of the argument that counts for
// nothing.
func tryFamilies() {
	// On a processor of 32 bits there is no upper half.
	rubbish := ^uintptr(0) ^ uintptr(^uint32(0))
	for family := range uintptr(unix.AF_MAX + 2) {
		for _, kind := range []uintptr{unix.SOCK_STREAM, unix.SOCK_DGRAM, unix.SOCK_RAW, unix.SOCK_SEQPACKET} {
			for _, upper := range []uintptr{0, rubbish} {
				fd, _, e := unix.RawSyscall(unix.SYS_SOCKET, family|upper, kind, 0)
				fmt.Printf("socket %d: %s\n", family, errno(e))
				if e == 0 {
					_ = unix.Close(int(fd))
				}
			}
			_, err := unix.Socketpair(int(family), int(kind), 0)
			e, _ := err.(unix.Errno)
			fmt.Printf("pair %d: %s\n", family, errno(e))
		}
	}
}

func tryCalls() {
	for name, number := range map[string]uintptr{
		"io_uring_setup": ioUringSetup, "io_uring_enter": ioUringEnter, "io_uring_register": ioUringRegister,
		"pidfd_getfd": pidfdGetfd, "request_key": uintptr(processors[runtime.GOARCH].requestKey),
	} {
		_, _, e := unix.RawSyscall6(number, 0, 0, 0, 0, 0, 0)
		fmt.Printf("%s: %s\n", name, errno(e))
	}
	if second := uintptr(processors[runtime.GOARCH].second); second != 0 {
		for _, number := range []uintptr{unix.SYS_SOCKET, unix.SYS_GETPID} {
			_, _, e := unix.RawSyscall(second|number, unix.AF_INET, unix.SOCK_STREAM, 0)
			fmt.Printf("second table, %d: %s\n", number, errno(e))
		}
	}
}

// again runs this program anew, as a child of one with the wall.
func again(role string) {
	c := exec.Command("/proc/self/exe")
	c.Env = append(os.Environ(), roleKey+"="+role)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// tryThreads has threads of the system that were there before the wall, and
// others that came after it, make a socket each.
func tryThreads() {
	said, ready := make(chan string), make(chan struct{})
	thread := func(name string, turn <-chan struct{}) {
		runtime.LockOSThread()
		ready <- struct{}{}
		<-turn
		_, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		said <- fmt.Sprintf("%s: %v", name, err)
	}
	wait, now := make(chan struct{}), make(chan struct{})
	close(now)
	for range 8 {
		go thread("before", wait)
		<-ready
	}
	Raise()
	close(wait)
	for range 8 {
		go thread("after", now)
		<-ready
	}
	for _, line := range tasks() { // while all of them are there
		fmt.Println(line)
	}
	for range 16 {
		fmt.Println(<-said)
	}
}

// tasks are the lines of /proc on rights and filters, of every thread.
func tasks() (lines []string) {
	threads, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return []string{err.Error()}
	}
	for _, thread := range threads {
		status, _ := os.ReadFile("/proc/self/task/" + thread.Name() + "/status")
		for _, line := range strings.Split(string(status), "\n") {
			if strings.HasPrefix(line, "NoNewPrivs:") || strings.HasPrefix(line, "Seccomp:") {
				lines = append(lines, strings.Join(strings.Fields(line), " "))
			}
		}
	}
	return lines
}

// tryWithoutSeccomp is a kernel that knows no filters: here a filter says so.
func tryWithoutSeccomp() {
	lay([]unix.SockFilter{load(numberAt), equal(unix.SYS_SECCOMP, 0, 1), answer(unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)), answer(allow)})
	fmt.Println(Raise())
}

// Without the wall the same attempts end otherwise: the instrument works.
func TestWithoutTheWall(t *testing.T) {
	if got := child(t, "none")[0]; got != string(Kernel) && got != string(Processor) {
		t.Errorf("nothing was put up, and it is %q", got)
	}
	made := 0
	for _, line := range child(t, "families, none") {
		if line == "socket 2: made" {
			made++
		}
	}
	if made == 0 {
		t.Error("no internet socket can be made here even without the wall")
	}
}

func TestOnlyTwoFamilies(t *testing.T) {
	standing(t)
	for _, role := range []string{"families", "inherited"} {
		made := 0
		lines := child(t, role)
		for _, line := range lines {
			allowed := strings.HasPrefix(line, "socket 1:") || strings.HasPrefix(line, "pair 1:") ||
				strings.HasPrefix(line, "socket 16:") || strings.HasPrefix(line, "pair 16:")
			refused := strings.HasSuffix(line, ": EACCES")
			if allowed == refused {
				t.Errorf("%s: %s", role, line)
			}
			if strings.HasSuffix(line, ": made") {
				made++
			}
		}
		if len(lines) < 500 || made == 0 {
			t.Errorf("%s: %d attempts, %d of them made", role, len(lines), made)
		}
	}
}

func TestOtherWaysToASocket(t *testing.T) {
	standing(t)
	lines := child(t, "calls")
	sort.Strings(lines)
	for _, line := range lines {
		if !strings.HasSuffix(line, ": EACCES") {
			t.Error(line)
		}
	}
	if want := 5; len(lines) < want || runtime.GOARCH == "amd64" && len(lines) != want+2 {
		t.Errorf("%d attempts: %q", len(lines), lines)
	}
}

func TestEveryThreadHasTheWall(t *testing.T) {
	standing(t)
	count := map[string]int{}
	for _, line := range child(t, "threads") {
		count[line]++
	}
	threads := count["Seccomp: 2"]
	if count["before: permission denied"] != 8 || count["after: permission denied"] != 8 || threads < 17 || count["NoNewPrivs: 1"] != threads || len(count) != 4 {
		t.Errorf("%v", count)
	}
}

func TestTheWallTwiceIsTheWall(t *testing.T) {
	standing(t)
	if got := child(t, "twice")[0]; got != string(Standing) {
		t.Errorf("it is %q", got)
	}
}

// A kernel that takes no filter does not keep a family from its record.
func TestAKernelWithoutFilters(t *testing.T) {
	standing(t)
	if got := child(t, "no filter")[0]; got != string(Kernel) {
		t.Errorf("it is %q", got)
	}
}
