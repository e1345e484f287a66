package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"midweek/internal/edge/prefs"
)

// errNoWindow is a dialog asked for before the window stands.
var errNoWindow = errors.New("the window is not there yet")

// OpenFile asks for a file to open.
func (w *Window) OpenFile(title string, kind Kind) (string, error) {
	ctx := w.context()
	if ctx == nil {
		return "", errNoWindow
	}
	path, err := runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{
		Title: title, DefaultDirectory: w.start(), Filters: filters(kind),
	})
	w.remember(path)
	return path, err
}

// OpenFiles asks for files to open, one or several.
func (w *Window) OpenFiles(title string) ([]string, error) {
	ctx := w.context()
	if ctx == nil {
		return nil, errNoWindow
	}
	paths, err := runtime.OpenMultipleFilesDialog(ctx, runtime.OpenDialogOptions{Title: title, DefaultDirectory: w.start()})
	if len(paths) > 0 {
		w.remember(paths[0])
	}
	return paths, err
}

// Folder asks for a folder to save in.
func (w *Window) Folder(title string) (string, error) {
	ctx := w.context()
	if ctx == nil {
		return "", errNoWindow
	}
	return runtime.OpenDirectoryDialog(ctx, runtime.OpenDialogOptions{
		Title: title, DefaultDirectory: w.start(), CanCreateDirectories: true,
	})
}

// SaveFile asks where to save a file.
func (w *Window) SaveFile(title, name string, kind Kind) (string, error) {
	ctx := w.context()
	if ctx == nil {
		return "", errNoWindow
	}
	path, err := runtime.SaveFileDialog(ctx, runtime.SaveDialogOptions{
		Title: title, DefaultDirectory: w.start(), DefaultFilename: name, Filters: filters(kind), CanCreateDirectories: true,
	})
	if path == "" || err != nil {
		return "", err
	}
	w.remember(path)
	if filepath.Ext(path) != "" {
		return path, nil
	}
	return w.ended(ctx, path+kind.Ending)
}

// ended is a path to which the dialog did not know the ending. It has asked
// about another name, so it is asked again whether to write over a file.
func (w *Window) ended(ctx context.Context, path string) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return path, nil
	}
	answer, err := runtime.MessageDialog(ctx, runtime.MessageDialogOptions{
		Type: runtime.QuestionDialog, Title: "There is a file of this name",
		Message: "Replace " + filepath.Base(path) + "?", DefaultButton: "No",
	})
	if answer != "Yes" {
		return "", err
	}
	return path, err
}

// filters offer the files of a kind.
func filters(kind Kind) []runtime.FileFilter {
	pattern := "*" + kind.Ending
	for _, ending := range kind.Also {
		pattern += ";*" + ending
	}
	return []runtime.FileFilter{{DisplayName: kind.Name, Pattern: pattern}}
}

// start is the folder in which a dialog begins: where a file was last, else
// at home.
func (w *Window) start() string {
	last := w.Prefs().Folder
	if info, err := os.Stat(last); err == nil && info.IsDir() {
		return last
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}

// remember keeps the folder of a chosen file for the next dialog.
func (w *Window) remember(path string) {
	if path != "" {
		_ = w.ChangePrefs(func(p *prefs.Prefs) { p.Folder = filepath.Dir(path) })
	}
}
