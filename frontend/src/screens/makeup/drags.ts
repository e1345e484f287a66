/** Moving a make-up to another day by mouse, pen or finger. By keys the same is done in its dialog. */
export interface Drag {
  /** Whether something stands on the day that can be moved. */
  movable: (iso: string) => boolean
  /** The day over which it is held; none when it is let go. */
  over: (from: string, to: string) => void
  drop: (from: string, to: string) => void
}

const dayAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null

/** For whatever holds the days. Days that take one have `data-takes`. */
export function drags({ movable, over, drop }: Drag) {
  return (node: HTMLElement): (() => void) => {
    let from = ''
    let to = ''
    let pointer = -1

    const press = (event: PointerEvent) => {
      const day = dayAt(event.target)?.dataset.day ?? ''
      if (!day || !movable(day) || event.button !== 0 || !event.isPrimary) return
      pointer = event.pointerId
      from = to = day
    }
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return
      const at = dayAt(document.elementFromPoint(event.clientX, event.clientY))
      const day = at?.dataset.takes !== undefined ? (at.dataset.day ?? from) : from
      if (day === to) return
      node.setPointerCapture(pointer) // from here on it is no click
      to = day
      over(from, to)
    }
    const end = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return
      pointer = -1
      const [was, now] = [from, to]
      over('', '')
      if (event.type === 'pointerup' && now !== was) drop(was, now)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || pointer < 0) return
      pointer = -1
      over('', '')
    }
    const heard = { pointerdown: press, pointermove: move, pointerup: end, pointercancel: end }
    for (const [name, listen] of Object.entries(heard)) node.addEventListener(name, listen as EventListener)
    window.addEventListener('keydown', escape)
    return () => {
      for (const [name, listen] of Object.entries(heard))
        node.removeEventListener(name, listen as EventListener)
      window.removeEventListener('keydown', escape)
    }
  }
}
