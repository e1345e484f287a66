// What the window's library leaves open on Linux, done with GTK itself. All of
// it may be called from any thread; it happens on GTK's.

// guard_window keeps the window on the program's own page: it refuses every
// other address, whether a link, a script or a redirect asks for it.
void guard_window(void);

// window_guarded is 1 once the guard stands, -1 when there was no page to
// guard, in which case the program ends, and 0 before.
int window_guarded(void);

// take_drops takes files that are dropped on the window, and tells Go's
// fileDropped the path of the first.
void take_drops(void);

// set_menu_entry sets the words and the state of an entry of the menu bar,
// and the key that is shown beside it, which is not listened for; 0 for none.
void set_menu_entry(int column, int place, const char *label, int enabled, unsigned int key, unsigned int modifiers);

// edit_text runs an editing command of the page's engine, such as Paste.
void edit_text(const char *command);

// restart_page ends the process of the page and begins the page in a new one.
void restart_page(void);

// set_dark makes the frame of the window dark (1), light (0) or like the
// system (-1).
void set_dark(int dark);
