package exchange

// lists is how deep the lists of a record lie: in its one object.
const lists = 2

// rowsOnLines puts every row of every list of the record on a line of its own,
// so that two versions of a file can be compared by line. Inside a row nothing
// is broken: a file written back is about as long as it was.
func rowsOnLines(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/8)
	depth := 0
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch c {
		case '"':
			n := stringLength(data[i+1:]) + 1
			out = append(out, data[i:i+n]...)
			i += n
			c = '"'
		case '}', ']':
			if depth--; depth < lists && !opens(data[i-1]) {
				out = newLine(out, depth)
			}
		}
		out = append(out, c)
		switch {
		case opens(c):
			if depth++; depth <= lists && !closes(data[i+1]) {
				out = newLine(out, depth)
			}
		case c == ',' && depth <= lists:
			out = newLine(out, depth)
			i++ // the space after the comma
		}
	}
	return append(out, '\n')
}

func opens(c byte) bool { return c == '{' || c == '[' }

func closes(c byte) bool { return c == '}' || c == ']' }

func newLine(out []byte, depth int) []byte {
	return append(append(out, '\n'), "    "[:2*depth]...)
}
