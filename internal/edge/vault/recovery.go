package vault

import (
	"crypto/sha256"
	"strings"

	"midweek/internal/core/refusal"
)

// crockford are the 32 signs of Douglas Crockford's base32: no I, L, O, U.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// How a recovery key is written: 160 bits are 32 signs, and 4 more that check
// them, in nine groups of four.
const (
	recoveryBytes = 20
	recoverySigns = 36
	checkSigns    = 4
)

// NewRecovery makes a random recovery key, and how it is printed: nine groups of
// four signs. The last group checks the others.
func NewRecovery() (Secret, string) {
	secret := random(recoveryBytes)
	return Secret{recoverySlot, secret}, grouped(signs(secret) + checked(secret))
}

// Recovery reads a printed recovery key, however it was typed: small letters,
// blanks and dashes are nothing to it, O is 0, I and L are 1. A slip of the
// hand is told at once, without asking the vault.
func Recovery(typed string) (Secret, error) {
	var digits []byte
	for _, r := range strings.ToUpper(typed) {
		switch r {
		case ' ', '-', '\t', '\r', '\n', '\u00a0', '–':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		value := strings.IndexRune(crockford, r)
		if value < 0 || len(digits) == recoverySigns {
			return Secret{}, refusal.New(refusal.RecoveryTyped)
		}
		digits = append(digits, byte(value))
	}
	if len(digits) != recoverySigns {
		return Secret{}, refusal.New(refusal.RecoveryTyped)
	}
	secret := packed(digits[:recoverySigns-checkSigns])
	if checked(secret) != spelled(digits[recoverySigns-checkSigns:]) {
		clear(secret)
		return Secret{}, refusal.New(refusal.RecoveryTyped)
	}
	return Secret{recoverySlot, secret}, nil
}

// checked are 20 bits of a hash of the key; the vault never has them.
func checked(secret []byte) string {
	sum := sha256.Sum256(append([]byte("midweek recovery check 1"), secret...))
	return signs(sum[:recoveryBytes])[:checkSigns]
}

// signs spells bytes, five bits a sign.
func signs(data []byte) string {
	var digits []byte
	bits, held := 0, 0
	for _, b := range data {
		held, bits = held<<8|int(b), bits+8
		for bits >= 5 {
			bits -= 5
			digits = append(digits, byte(held>>bits&31))
		}
		held &= 1<<bits - 1
	}
	return spelled(digits)
}

// packed is the bytes that signs spell.
func packed(digits []byte) []byte {
	var data []byte
	bits, held := 0, 0
	for _, d := range digits {
		held, bits = held<<5|int(d), bits+5
		if bits >= 8 {
			bits -= 8
			data = append(data, byte(held>>bits))
		}
		held &= 1<<bits - 1
	}
	return data
}

func spelled(digits []byte) string {
	text := make([]byte, len(digits))
	for i, d := range digits {
		text[i] = crockford[d]
	}
	return string(text)
}

func grouped(text string) string {
	var groups []string
	for ; len(text) > 0; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(groups, "-")
}
