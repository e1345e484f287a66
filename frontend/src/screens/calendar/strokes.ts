import type { Calendar } from './calendar.svelte'
import { focusDay } from './keys'

/** For whatever holds the days, while they are being marked: press and drag over days, by mouse, pen or finger. */
export function strokes(calendar: Calendar) {
  const { paint } = calendar
  return (node: HTMLElement): (() => void) | void => {
    if (!paint.on) return
    let drawing = -1 // the pointer that draws
    const dayOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('[data-day]')?.dataset.day : undefined

    const press = (event: PointerEvent) => {
      const day = dayOf(event.target)
      if (!day || event.button !== 0 || !event.isPrimary) return
      event.preventDefault()
      node.setPointerCapture(event.pointerId)
      drawing = event.pointerId
      paint.begin(day)
    }
    const drag = (event: PointerEvent) => {
      if (event.pointerId !== drawing) return
      const day = dayOf(document.elementFromPoint(event.clientX, event.clientY))
      if (day) paint.stretch(day)
    }
    const lift = (event: PointerEvent) => {
      if (event.pointerId !== drawing) return
      drawing = -1
      const day = paint.ends?.to
      if (!day) return
      paint.end(day)
      focusDay(node, day)
    }
    const cancel = (event: PointerEvent) => {
      if (event.pointerId !== drawing) return
      drawing = -1
      paint.drop()
    }
    const heard = { pointerdown: press, pointermove: drag, pointerup: lift, pointercancel: cancel }
    for (const [name, listen] of Object.entries(heard)) node.addEventListener(name, listen as EventListener)
    return () => {
      for (const [name, listen] of Object.entries(heard))
        node.removeEventListener(name, listen as EventListener)
    }
  }
}
