/** Locking: what was typed goes to Go, and then the page begins anew, since what it shows is readable. */
import { go } from '$lib/api'
import { gather, lay } from '$lib/drafts/drafts'
import { said } from '$ui/toast'

let going = false

/** Locks the record. What could not be kept is said, and nothing is locked. */
export async function lockNow(): Promise<void> {
  if (going) return
  going = true
  try {
    await go.Lock.Now(await gather(location.hash))
    begin()
  } catch (trouble) {
    void said((trouble as Error).message, 20)
  } finally {
    going = false
  }
}

/** Nothing of the family stays in the window, nor in its address. */
function begin(): void {
  document.body.replaceChildren()
  document.title = 'Midweek'
  history.replaceState(null, '', '#/')
  location.reload()
}

/** Lays back what was typed when the record was locked, and goes to where the person was. */
export function layBack(typed: string): void {
  const address = typed && lay(typed)
  if (address) location.hash = address
}
