import { shelf } from '$lib/drafts/drafts'
import type { Editing } from './notes.svelte'

/** What was typed and not saved, by entry. It stays until it is saved or cancelled, while the window is open. */
export const drafts = shelf<Editing>('notes')
