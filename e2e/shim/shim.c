// Loaded into the program under test, so that the driver may drive its page.
// The engine lets itself be driven only when the program asks for it, and the
// program never does; this library asks in its place. It changes nothing else.
#define _GNU_SOURCE
#include <webkit2/webkit2.h>

static WebKitWebView *view;

static WebKitWebView *the_view(WebKitAutomationSession *session, gpointer none) { return view; }

static void started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer none) {
	WebKitApplicationInfo *info = webkit_application_info_new();
	webkit_application_info_set_name(info, "midweek");
	webkit_automation_session_set_application_info(session, info);
	webkit_application_info_unref(info);
	g_signal_connect(session, "create-web-view", G_CALLBACK(the_view), NULL);
}

GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager) {
	WebKitWebContext *context = webkit_web_context_get_default();
	webkit_web_context_set_automation_allowed(context, TRUE);
	g_signal_connect(context, "automation-started", G_CALLBACK(started), NULL);
	view = g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", context, "user-content-manager", manager,
		"is-controlled-by-automation", TRUE, NULL);
	return GTK_WIDGET(view);
}
