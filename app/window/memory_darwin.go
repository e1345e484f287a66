package window

// keepMemory lets no core be made. Who may attach to a process the system
// decides by how the program was signed: with the hardened runtime nobody but
// root may, and nothing the program does itself adds to that. Not run.
func keepMemory() { noCore() }
