package wall

import "golang.org/x/sys/unix"

// Where a call's number, its processor and its first argument lie in what the
// filter is given (struct seccomp_data), in bytes. The kernel takes a family as
// an int, so the upper half of the argument is nothing to it, nor to the filter.
const (
	numberAt = 0
	auditAt  = 4
	familyAt = 16
)

// Answers of the filter.
const (
	allow  = unix.SECCOMP_RET_ALLOW
	refuse = unix.SECCOMP_RET_ERRNO | uint32(unix.EACCES)
)

// families may be made: sockets of this computer's own files, by which the
// window reaches its display and the session, and the kernel's own answers to
// questions, such as the table of routes.
var families = [2]uint32{unix.AF_UNIX, unix.AF_NETLINK}

// filter is the program that the kernel runs before every call. A call of
// another processor, which one kernel may also take, is refused whole: its
// numbers mean other things.
func (p processor) filter() []unix.SockFilter {
	f := []unix.SockFilter{load(auditAt), equal(p.audit, 1, 0), answer(refuse), load(numberAt)}
	if p.second != 0 {
		f = append(f, atLeast(p.second, 0, 1), answer(refuse))
	}
	for _, call := range p.refused() {
		f = append(f, equal(call, 0, 1), answer(refuse))
	}
	return append(f,
		equal(p.socket, 2, 0), equal(p.socketpair, 1, 0), answer(allow),
		load(familyAt), equal(families[0], 1, 0), equal(families[1], 0, 1), answer(allow), answer(refuse))
}

func load(at uint32) unix.SockFilter {
	return unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: at}
}

func answer(what uint32) unix.SockFilter {
	return unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: what}
}

// equal skips as many instructions as are given for yes and for no.
func equal(value uint32, yes, no uint8) unix.SockFilter {
	return unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, Jt: yes, Jf: no, K: value}
}

func atLeast(value uint32, yes, no uint8) unix.SockFilter {
	return unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K, Jt: yes, Jf: no, K: value}
}
