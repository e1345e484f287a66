package feed

import "strings"

// A phrase is a row of words of a title or description that says something.
// Its pattern is written as words apart; a word may have alternatives (a|b) or
// be left out (a?). Longer readings win over shorter ones at the same place.
type phrase struct {
	code    Code
	pattern string
}

// A node of the tree of all phrases, by word.
type node struct {
	next map[string]*node
	code Code // of the phrase that ends here, or ""
}

// plant adds every reading of a pattern.
func (n *node) plant(pattern []string, code Code) {
	if len(pattern) == 0 {
		n.code = code
		return
	}
	word, optional := strings.CutSuffix(pattern[0], "?")
	if optional {
		n.plant(pattern[1:], code)
	}
	for w := range strings.SplitSeq(word, "|") {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[w] == nil {
			n.next[w] = &node{}
		}
		n.next[w].plant(pattern[1:], code)
	}
}

// grow makes the tree of all phrases. Of two with the same words the later
// one holds.
func grow(phrases []phrase) *node {
	root := &node{}
	for _, p := range phrases {
		root.plant(strings.Fields(p.pattern), p.code)
	}
	return root
}

// A hit is a phrase found in a text: the tokens from first up to last.
type hit struct {
	code        Code
	first, last int // of the tokens; last is the one behind
}

// find finds the phrases of a text, the longest at each place, none inside
// another. A phrase does not reach over the end of a clause.
func (root *node) find(t text) []hit {
	var hits []hit
	for i := 0; i < len(t.tokens); {
		h := root.longest(t, i)
		if h.last == 0 {
			i++
			continue
		}
		hits = append(hits, h)
		i = h.last
	}
	return hits
}

func (root *node) longest(t text, first int) hit {
	var best hit
	n := root
	for i := first; i < len(t.tokens) && t.tokens[i].clause == t.tokens[first].clause; i++ {
		if n = n.next[t.tokens[i].word]; n == nil {
			break
		}
		if n.code != "" {
			best = hit{n.code, first, i + 1}
		}
	}
	return best
}
