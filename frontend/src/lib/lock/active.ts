/** Tells Go now and then that somebody is there, so that the record is not locked under their hands. */
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'

const APART = 20_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Listens until the returned function is called. */
export function tellActive(now = () => performance.now()): () => void {
  let last = -Infinity
  const tell = () => {
    if (!frame.now.locked || now() - last < APART) return
    last = now()
    go.Lock.Active().catch(() => undefined)
  }
  for (const sign of signs) window.addEventListener(sign, tell, { passive: true, capture: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, tell, { capture: true })
  }
}
