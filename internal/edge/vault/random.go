package vault

import "crypto/rand"

// random are bytes nobody can guess. The system always has some.
func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}
