import type { CellSession } from '$lib/views/calendar'

/** Whether a session waits for somebody to say what came of it: its day is there, and nobody has. */
export function asks(session: CellSession): boolean {
  return session.past && session.entry === '' && ['not_filled_in', 'planned'].includes(session.state)
}

/** Whether a session that the school's closing answers for could have been given all the same. */
export function mayHaveBeen(session: CellSession): boolean {
  return session.past && session.entry === '' && session.state === 'closed'
}
