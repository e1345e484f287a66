package portable

// Cheap makes passphrases cost nothing until done is called.
func Cheap() (done func()) {
	was := work
	work = 4
	return func() { work = was }
}
