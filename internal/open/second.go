package open

import "midweek/internal/edge/store"

// Listen has raise run when somebody starts the program on this data folder a
// second time, until stop. Where that cannot be heard, nothing is lost but the
// raising.
func (h *House) Listen(raise func()) (stop func()) {
	stop, err := store.Listen(h.data, raise)
	if err != nil {
		return func() {}
	}
	return stop
}

// CallOther calls the window that has the data folder to the front, and says
// whether there was one.
func (h *House) CallOther() bool { return h.InUse() && store.Call(h.data) }
