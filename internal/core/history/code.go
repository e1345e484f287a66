package history

import (
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// codeSize is how much of a hash a check code holds, in bytes. An owner who
// wanted two acts with one code would need about 2^80 tries.
const codeSize = 20

// crockford has no I, L, O or U, which are misread or spell things.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// CheckCode is the first 160 bits of a hash as people copy them: 32 characters
// in groups of four. It is empty for what is no hash.
func CheckCode(h Hash) string {
	if !h.valid() {
		return ""
	}
	bits, err := hex.DecodeString(string(h[:2*codeSize]))
	if err != nil {
		return ""
	}
	code := crockford.EncodeToString(bits)
	groups := make([]string, 0, 8)
	for len(code) > 0 {
		groups, code = append(groups, code[:4]), code[4:]
	}
	return strings.Join(groups, "-")
}

// FindCode finds the act of a check code. Small letters, any blanks and
// hyphens, and the letters that are taken for digits are read as they are meant.
func (h *History) FindCode(code string) (*Act, bool) {
	digits := meant.Replace(strings.ToUpper(code))
	bits, err := crockford.DecodeString(digits)
	if err != nil || len(digits) != crockford.EncodedLen(codeSize) {
		return nil, false
	}
	start := Hash(hex.EncodeToString(bits))
	for hash, n := range h.nodes {
		if hash[:len(start)] == start {
			return n.act, true
		}
	}
	return nil, false
}

var meant = strings.NewReplacer(" ", "", "-", "", "\t", "", "\n", "", "\r", "", "\u00a0", "", "\u2011", "", "\u2013", "", "O", "0", "I", "1", "L", "1")

// ids are written in small letters.
var ids = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID is a random id of 16 characters (80 bits), for a record, a device, a
// deed or a noun.
func NewID(random func(n int) []byte) string { return ids.EncodeToString(random(10)) }
