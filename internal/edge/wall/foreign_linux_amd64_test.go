package wall

import (
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

func init() {
	roles["foreign"] = func() { Raise(); tryForeign() }
	roles["foreign, none"] = tryForeign
}

// The calls of i386 by which it makes a socket.
const (
	i386Socket     = 359
	i386Socketcall = 102
	i386Getpid     = 20
)

// tryForeign makes calls of another processor, as any code can on amd64: by the
// old interrupt, whose numbers are those of i386.
func tryForeign() {
	page := mapped()
	binary.LittleEndian.PutUint32(page[2048:], unix.AF_INET)
	binary.LittleEndian.PutUint32(page[2052:], unix.SOCK_STREAM)
	binary.LittleEndian.PutUint32(page[2056:], 0)
	arguments := uint32(uintptr(unsafe.Pointer(&page[2048])))
	for _, c := range []struct {
		name         string
		number, b, c uint32
	}{
		{"socket", i386Socket, unix.AF_INET, unix.SOCK_STREAM},
		{"socketcall", i386Socketcall, 1, arguments},
		{"getpid", i386Getpid, 0, 0},
	} {
		answer := int32(interrupt(page, c.number, c.b, c.c))
		if answer < 0 {
			fmt.Printf("%s: %s\n", c.name, errno(unix.Errno(-answer)))
			continue
		}
		fmt.Printf("%s: made\n", c.name)
	}
}

// mapped is memory below 4 GB that can be run.
func mapped() []byte {
	at, _, e := unix.RawSyscall6(unix.SYS_MMAP, 0, 4096, unix.PROT_READ|unix.PROT_WRITE|unix.PROT_EXEC,
		unix.MAP_PRIVATE|unix.MAP_ANONYMOUS|unix.MAP_32BIT, ^uintptr(0), 0)
	if e != 0 {
		fmt.Println("memory:", e)
		os.Exit(0)
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&at)), 4096)
}

// interrupt runs, as a function of Go's own calling convention:
//
//	mov eax, number; mov ebx, b; mov ecx, c; xor edx, edx; int 0x80; ret
func interrupt(page []byte, number, b, c uint32) uint64 {
	code := []byte{0xb8}
	code = binary.LittleEndian.AppendUint32(code, number)
	code = binary.LittleEndian.AppendUint32(append(code, 0xbb), b)
	code = binary.LittleEndian.AppendUint32(append(code, 0xb9), c)
	copy(page, append(code, 0x31, 0xd2, 0xcd, 0x80, 0xc3))
	entry := unsafe.Pointer(&page[0])
	function := unsafe.Pointer(&entry)
	return (*(*func() uint64)(unsafe.Pointer(&function)))()
}

func TestAnotherProcessorsCalls(t *testing.T) {
	standing(t)
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), roleKey+"=foreign, none")
	if out, err := c.CombinedOutput(); err != nil || !strings.Contains(string(out), "socketcall: made") || !strings.Contains(string(out), "socket: made") {
		t.Skipf("this kernel takes no calls of i386: %v %.200s", err, out)
	}
	got := strings.Join(child(t, "foreign"), ", ")
	if got != "socket: EACCES, socketcall: EACCES, getpid: EACCES" {
		t.Errorf("i386: %s", got)
	}
}
