package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"midweek/internal/core/iep"
)

// FileHash is the SHA-256 of a file's bytes, in 64 hexadecimal digits.
func FileHash(file []byte) string {
	sum := sha256.Sum256(file)
	return hex.EncodeToString(sum[:])
}

// contentLength is how many hexadecimal digits of a hash name a content.
const contentLength = 16

// named gives every decision without an id one that follows from what it says.
// Of decisions that say the same, each after the first is named by its content
// and the name of the one before it, so that none is lost.
func named(decisions []iep.Decision) []iep.Decision {
	all := slices.Clone(decisions)
	taken := map[string]bool{}
	for i := range all {
		taken[all[i].ID] = true
	}
	for i := range all {
		if d := &all[i]; d.ID == "" {
			content := contentOf(d)
			for taken[d.ID] {
				d.ID = FileHash(append(content, d.ID...))[:contentLength]
			}
			taken[d.ID] = true
		}
	}
	return all
}

// contentOf is a row as the same bytes however it was spelled. Of a row that
// cannot be written there is none; adding it is refused.
func contentOf(d *iep.Decision) []byte {
	data, err := WriteNoun(d)
	content := jsontext.Value(data)
	if err != nil || content.Canonicalize() != nil {
		return nil
	}
	return slices.Clip(content)
}
