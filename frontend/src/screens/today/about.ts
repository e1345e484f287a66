import { minutes } from '$lib/format'
import type { Ask } from '$lib/views/today'

/** Which session a dialog is about, in one line. */
export function about(ask: Ask): string {
  return [ask.child, ask.title, minutes(ask.minutes), ask.on.text].filter(Boolean).join(' · ')
}
