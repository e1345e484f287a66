// Package synced says whether a folder lies where a cloud program keeps it in
// step with other computers, so that a family hears of it before a company has
// its record, or before two computers write into the same files.
//
// It goes by what can be seen: the names of the folders above, and the files by
// which such programs know their own folders. None of the makers promises these,
// so an answer is "looks like", and no answer proves nothing: a folder of any
// name can be kept in step, as Desktop and Documents are on some systems. The
// marks were gathered from the sources of programs that look for them too, and
// from the makers' help as far as it says; they were not tried on machines with
// all of these programs.
package synced

import (
	"path"
	"strings"
)

// A Service is a cloud program.
type Service string

// The services that are known, by the names that they give themselves.
const (
	None        Service = ""
	Dropbox     Service = "Dropbox"
	OneDrive    Service = "OneDrive"
	GoogleDrive Service = "Google Drive"
	ICloud      Service = "iCloud Drive"
	Nextcloud   Service = "Nextcloud"
	OwnCloud    Service = "ownCloud"
	Box         Service = "Box"
	Syncthing   Service = "Syncthing"
	Other       Service = "other" // a cloud folder of macOS, by a maker that is not in the list
)

// marks are files that a program puts into the uppermost of its folders; a *
// stands for any letters. Dropbox's own .dropbox is not among them: on Linux
// and macOS it lies in every user's home.
var marks = []struct {
	pattern string
	by      Service
}{
	{".dropbox.cache", Dropbox},
	{".849C9593-D756-4E56-8D6E-42412F2A707B", OneDrive},
	{".tmp.drivedownload", GoogleDrive},
	{".tmp.driveupload", GoogleDrive},
	{".shortcut-targets-by-id", GoogleDrive},
	{".nextcloudsync.log", Nextcloud},
	{".owncloudsync.log", OwnCloud},
	{".sync_*.db", Nextcloud}, // Nextcloud and ownCloud share it
	{"._sync_*.db", Nextcloud},
	{".stfolder", Syncthing},
}

// By says which service keeps a folder in step, as far as can be seen. Parts
// are the folders of its path from the root down, itself the last. Has says
// whether such a part, by its place in parts, holds a file that matches a
// pattern.
func By(parts []string, has func(upTo int, pattern string) bool) Service {
	for i := len(parts) - 1; i >= 0; i-- {
		if by := named(parts, i); by != None {
			return by
		}
		for _, m := range marks {
			if has(i, m.pattern) {
				return m.by
			}
		}
	}
	return None
}

// names are those that the programs choose for their folder, in small letters.
var names = map[string]Service{
	"dropbox": Dropbox, "onedrive": OneDrive, "google drive": GoogleDrive, "googledrive": GoogleDrive, "icloud drive": ICloud, "iclouddrive": ICloud,
	"com~apple~clouddocs": ICloud, "nextcloud": Nextcloud, "owncloud": OwnCloud, "box sync": Box, "syncthing": Syncthing,
}

// named goes by the name of one folder, and of the one above it.
func named(parts []string, i int) Service {
	name, above := strings.ToLower(parts[i]), ""
	if i > 0 {
		above = strings.ToLower(parts[i-1])
	}
	if by := names[name]; by != None {
		return by
	}
	switch {
	case above == "cloudstorage":
		return maker(name)
	case above == "mobile documents":
		return ICloud
	case strings.HasPrefix(name, "onedrive - "): // a school's or a company's
		return OneDrive
	case strings.HasSuffix(name, " dropbox"), strings.HasPrefix(name, "dropbox ("): // a team's
		return Dropbox
	case name == "my drive" && isDrive(parts, i): // Google's own drive letter on Windows
		return GoogleDrive
	case name == "box" && underHome(parts, i):
		return Box
	}
	return None
}

// maker is who has a folder of ~/Library/CloudStorage on macOS. The name of the
// maker comes before the first dash.
func maker(name string) Service {
	first, _, _ := strings.Cut(name, "-")
	switch {
	case names[first] != None:
		return names[first]
	case first == "box":
		return Box
	}
	return Other
}

// isDrive says whether the folder above is the root of a drive: G:.
func isDrive(parts []string, i int) bool {
	return i == 1 && strings.HasSuffix(strings.TrimRight(parts[0], `\/`), ":")
}

// underHome says whether a folder lies directly in somebody's home. "Box" is too
// plain a word for a service elsewhere.
func underHome(parts []string, i int) bool {
	if i < 2 {
		return false
	}
	above := strings.ToLower(parts[i-2])
	return above == "home" || above == "users"
}

// Match says whether a name is meant by a pattern of a mark.
func Match(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}
