package wall

// A processor has its own numbers for the kernel's calls.
type processor struct {
	audit      uint32 // how the kernel names it: AUDIT_ARCH_… of linux/audit.h
	socket     uint32
	socketpair uint32
	requestKey uint32
	socketcall uint32 // one call for all of them, by a pointer that no filter follows; 0: there is none
	second     uint32 // from this number on it is another table of the same processor; 0: there is none
}

// processors are those whose calls are known, by Go's names. All are
// little-endian, which is how the filter reads an argument.
//
// 386 and s390x are not among them, though Go runs there. The C library still
// makes its sockets by socketcall on both: the family then lies behind a
// pointer, and to refuse the call would take the window its display.
var processors = map[string]processor{
	"amd64":   {audit: 0xc000003e, socket: 41, socketpair: 53, requestKey: 249, second: 0x40000000}, // x32
	"arm64":   {audit: 0xc00000b7, socket: 198, socketpair: 199, requestKey: 218},
	"arm":     {audit: 0x40000028, socket: 281, socketpair: 288, requestKey: 310},
	"loong64": {audit: 0xc0000102, socket: 198, socketpair: 199, requestKey: 218},
	"ppc64le": {audit: 0xc0000015, socket: 326, socketpair: 333, requestKey: 270, socketcall: 102},
	"riscv64": {audit: 0xc00000f3, socket: 198, socketpair: 199, requestKey: 218},
}

func known(name string) bool { return processors[name] != processor{} }

// Calls that have one number everywhere: the kernel gave newer calls the same
// one on every processor.
const (
	ioUringSetup    = 425
	ioUringEnter    = 426
	ioUringRegister = 427
	pidfdGetfd      = 438
)

// refused are the calls that are refused whatever they ask for.
func (p processor) refused() []uint32 {
	calls := []uint32{
		// A ring makes sockets without the call that makes sockets.
		ioUringSetup, ioUringEnter, ioUringRegister,
		// It takes a descriptor, which may be a socket, out of another process.
		pidfdGetfd,
		// The kernel would have a helper look a name up: a question to the net.
		p.requestKey,
	}
	if p.socketcall != 0 {
		calls = append(calls, p.socketcall)
	}
	return calls
}
