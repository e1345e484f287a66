//go:build linux && production

#include <string.h>
#include <webkit2/webkit2.h>

#include "native_linux.h"

#define HOME "wails://wails/"

static volatile int guarded = 0;

// first_of finds a widget of a type at or below another.
static GtkWidget *first_of(GtkWidget *widget, GType type) {
	if (g_type_is_a(G_OBJECT_TYPE(widget), type)) return widget;
	if (!GTK_IS_CONTAINER(widget)) return NULL;
	GtkWidget *found = NULL;
	GList *children = gtk_container_get_children(GTK_CONTAINER(widget));
	for (GList *at = children; at && !found; at = at->next) found = first_of(at->data, type);
	g_list_free(children);
	return found;
}

static GtkWidget *in_window(GType type) {
	GtkWidget *found = NULL;
	GList *windows = gtk_window_list_toplevels();
	for (GList *at = windows; at && !found; at = at->next) found = first_of(at->data, type);
	g_list_free(windows);
	return found;
}

// The page, at any place within it.
static gboolean is_page(const char *uri) {
	return uri && g_str_has_prefix(uri, HOME) && (uri[strlen(HOME)] == '\0' || uri[strlen(HOME)] == '#');
}

static gboolean allowed(WebKitPolicyDecision *decision, WebKitPolicyDecisionType type) {
	if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION) {
		WebKitNavigationAction *action =
			webkit_navigation_policy_decision_get_navigation_action(WEBKIT_NAVIGATION_POLICY_DECISION(decision));
		return is_page(webkit_uri_request_get_uri(webkit_navigation_action_get_request(action)));
	}
	if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE) {
		WebKitResponsePolicyDecision *response = WEBKIT_RESPONSE_POLICY_DECISION(decision);
		return is_page(webkit_uri_request_get_uri(webkit_response_policy_decision_get_request(response)))
			&& webkit_response_policy_decision_is_mime_type_supported(response);
	}
	return FALSE; // a new window, and whatever else may come
}

static gboolean decide(WebKitWebView *view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type, gpointer none) {
	if (allowed(decision, type)) return FALSE; // as always
	webkit_policy_decision_ignore(decision);
	return TRUE;
}

// Features of the engine by which it would speak to another machine, or to
// services of this one. No page here needs them.
static const char *const unwanted[] = {
	"LinkPreconnect", "LinkPreconnectEarlyHints", "LinkDNSPrefetch", "WebSocket", "BeaconAPI",
	"ServiceWorkers", "GeolocationAPI", "Notifications", "SpeechSynthesisAPI",
};

static void go_without(WebKitSettings *settings) {
	WebKitFeatureList *all = webkit_settings_get_all_features();
	for (gsize i = 0; i < webkit_feature_list_get_length(all); i++) {
		WebKitFeature *feature = webkit_feature_list_get(all, i);
		for (gsize j = 0; j < G_N_ELEMENTS(unwanted); j++)
			if (strcmp(webkit_feature_get_identifier(feature), unwanted[j]) == 0)
				webkit_settings_set_feature_enabled(settings, feature, FALSE);
	}
	webkit_feature_list_unref(all);
	G_GNUC_BEGIN_IGNORE_DEPRECATIONS
	webkit_settings_set_enable_dns_prefetching(settings, FALSE);
	G_GNUC_END_IGNORE_DEPRECATIONS
}

// DEAD_END is a proxy that nobody runs: a port of this machine that only the
// system could open.
#define DEAD_END "socks5://127.0.0.1:1"

// lead_nowhere sends whatever should get past the policy and the guard to the
// dead end. Such a proxy is given names to look up, so no name is asked for.
static void lead_nowhere(WebKitWebView *view) {
	WebKitNetworkProxySettings *proxy = webkit_network_proxy_settings_new(DEAD_END, NULL);
	webkit_website_data_manager_set_network_proxy_settings(
		webkit_web_context_get_website_data_manager(webkit_web_view_get_context(view)),
		WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
	webkit_network_proxy_settings_free(proxy);
}

// forget_files keeps the dialogs from writing what was opened and saved into the
// list of recent files, which every program of this person reads.
static void forget_files(void) {
	g_object_set(gtk_settings_get_default(), "gtk-recent-files-enabled", FALSE, NULL);
}

static gboolean guard(gpointer none) {
	GtkWidget *view = in_window(WEBKIT_TYPE_WEB_VIEW);
	if (!view) {
		guarded = -1;
		gtk_main_quit();
		return G_SOURCE_REMOVE;
	}
	g_signal_connect(view, "decide-policy", G_CALLBACK(decide), NULL);
	lead_nowhere(WEBKIT_WEB_VIEW(view));
	go_without(webkit_web_view_get_settings(WEBKIT_WEB_VIEW(view)));
	forget_files();
	gtk_widget_grab_focus(view);
	guarded = 1;
	return G_SOURCE_REMOVE;
}

// The page is being fetched already; the guard goes before all of its steps.
void guard_window(void) { g_idle_add_full(G_PRIORITY_HIGH, guard, NULL, NULL); }

int window_guarded(void) { return guarded; }

extern void fileDropped(char *path);

static void received(GtkWidget *window, GdkDragContext *context, gint x, gint y, GtkSelectionData *data, guint info,
                     guint time, gpointer none) {
	char **files = gtk_selection_data_get_uris(data);
	for (int i = 0; files && files[i]; i++) {
		char *path = g_filename_from_uri(files[i], NULL, NULL);
		if (path) fileDropped(path);
		g_free(path);
	}
	fileDropped(NULL);
	g_strfreev(files);
}

// The page's engine takes no drops, so they come to the window around it.
static gboolean take(gpointer none) {
	GtkWidget *view = in_window(WEBKIT_TYPE_WEB_VIEW);
	if (!view) return G_SOURCE_REMOVE;
	GtkWidget *window = gtk_widget_get_toplevel(view);
	gtk_drag_dest_set(window, GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
	gtk_drag_dest_add_uri_targets(window);
	g_signal_connect(window, "drag-data-received", G_CALLBACK(received), NULL);
	return G_SOURCE_REMOVE;
}

void take_drops(void) { g_idle_add(take, NULL); }

typedef struct {
	int column, place, enabled;
	unsigned int key, modifiers;
	char *label;
} Entry;

static GtkWidget *child_at(GtkWidget *container, int place) {
	GList *children = gtk_container_get_children(GTK_CONTAINER(container));
	GtkWidget *child = g_list_nth_data(children, place);
	g_list_free(children);
	return child;
}

static gboolean set_entry(gpointer data) {
	Entry *entry = data;
	GtkWidget *bar = in_window(GTK_TYPE_MENU_BAR);
	GtkWidget *column = bar ? child_at(bar, entry->column) : NULL;
	GtkWidget *menu = column ? gtk_menu_item_get_submenu(GTK_MENU_ITEM(column)) : NULL;
	GtkWidget *item = menu ? child_at(menu, entry->place) : NULL;
	if (item && GTK_IS_MENU_ITEM(item)) {
		gtk_menu_item_set_label(GTK_MENU_ITEM(item), entry->label);
		gtk_widget_set_sensitive(item, entry->enabled);
		GtkWidget *label = gtk_bin_get_child(GTK_BIN(item));
		if (entry->key && GTK_IS_ACCEL_LABEL(label))
			gtk_accel_label_set_accel(GTK_ACCEL_LABEL(label), entry->key, entry->modifiers);
	}
	g_free(entry->label);
	g_free(entry);
	return G_SOURCE_REMOVE;
}

void set_menu_entry(int column, int place, const char *label, int enabled, unsigned int key, unsigned int modifiers) {
	Entry *entry = g_new(Entry, 1);
	*entry = (Entry){column, place, enabled, key, modifiers, g_strdup(label)};
	g_idle_add(set_entry, entry);
}

static gboolean edit(gpointer command) {
	GtkWidget *view = in_window(WEBKIT_TYPE_WEB_VIEW);
	if (view) webkit_web_view_execute_editing_command(WEBKIT_WEB_VIEW(view), command);
	g_free(command);
	return G_SOURCE_REMOVE;
}

void edit_text(const char *command) { g_idle_add(edit, g_strdup(command)); }

static gboolean restart(gpointer none) {
	GtkWidget *view = in_window(WEBKIT_TYPE_WEB_VIEW);
	if (!view) return G_SOURCE_REMOVE;
	webkit_web_view_terminate_web_process(WEBKIT_WEB_VIEW(view));
	webkit_web_view_load_uri(WEBKIT_WEB_VIEW(view), HOME);
	return G_SOURCE_REMOVE;
}

void restart_page(void) { g_idle_add(restart, NULL); }

static gboolean dark(gpointer wanted) {
	GtkSettings *settings = gtk_settings_get_default();
	int value = GPOINTER_TO_INT(wanted);
	if (value < 0) gtk_settings_reset_property(settings, "gtk-application-prefer-dark-theme");
	else g_object_set(settings, "gtk-application-prefer-dark-theme", value, NULL);
	return G_SOURCE_REMOVE;
}

void set_dark(int value) { g_idle_add(dark, GINT_TO_POINTER(value)); }
