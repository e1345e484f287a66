import { shelf } from '$lib/drafts/drafts'
import type { SessionForm } from '$lib/views/log'

/** What was typed and not saved, by entry. It stays until it is saved or thrown away, for as long as the window is open. */
export const drafts = shelf<SessionForm>('log')
