import type { CellSession } from '$lib/views/calendar'

/** Whether a session waits for somebody to say what came of it: its day is there, and nobody has. */
export function asks(session: CellSession): boolean {
  return session.past && session.entry === '' && ['not_filled_in', 'planned'].includes(session.state)
}
