/** From day to day of the small calendar by keys: where a day stands is where its cell stands in the tables. */
import { listKeys } from '$lib/keys'

const days = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('[data-day]:is(button)')]

/** The arrow keys, Home, End and the page keys; `here` is told where one has come. */
export function walk(here: (iso: string) => void) {
  return (node: HTMLElement): (() => void) => {
    const to = (day: HTMLElement | undefined) => {
      if (!day) return
      here(day.dataset.day ?? '')
      day.focus()
    }
    const beside = (event: Event, by: number) => {
      const all = days(node)
      const at = all.indexOf(event.target as HTMLElement)
      if (at >= 0) to(all[at + by])
    }
    const row = (event: Event) => (event.target as Element).closest('tr')
    const above = (event: Event, by: number) => {
      const place = (event.target as Element).closest('td')?.cellIndex ?? 0
      const rows = [...node.querySelectorAll<HTMLTableRowElement>('tbody tr')]
      for (let at = rows.indexOf(row(event) as HTMLTableRowElement) + by; rows[at]; at += by) {
        const day = rows[at]?.cells[place]?.querySelector<HTMLElement>('button')
        if (day) return to(day)
      }
    }
    const month = (event: Event, by: number) => {
      const tables = [...node.querySelectorAll('table')]
      const next = tables[tables.indexOf((event.target as Element).closest('table') as HTMLTableElement) + by]
      if (next) to(days(next)[0])
    }
    const within = (event: Event, last: boolean) => {
      const all = days(row(event) ?? node)
      to(all[last ? all.length - 1 : 0])
    }
    return listKeys({
      ArrowLeft: (event) => beside(event, -1),
      ArrowRight: (event) => beside(event, 1),
      ArrowUp: (event) => above(event, -1),
      ArrowDown: (event) => above(event, 1),
      Home: (event) => within(event, false),
      End: (event) => within(event, true),
      PageUp: (event) => month(event, -1),
      PageDown: (event) => month(event, 1),
    })(node)
  }
}
