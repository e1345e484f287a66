package command

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// longestSecret is how many bytes of a passphrase are read.
const longestSecret = 4 << 10

// Secret asks for the passphrase of a locked record: on a terminal without
// showing it, else as the first line of what comes in.
func Secret(in *os.File, prompt io.Writer) func() (string, error) {
	return func() (string, error) {
		if !term.IsTerminal(int(in.Fd())) {
			return firstLine(in)
		}
		fmt.Fprint(prompt, "Passphrase or recovery key: ")
		typed, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(prompt)
		return string(typed), err
	}
}

func firstLine(in io.Reader) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(in, longestSecret)).ReadString('\n')
	if err == io.EOF {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}
