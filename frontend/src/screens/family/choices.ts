import { cut } from '$lib/format'
import type { FamilyView, PackView, YearView } from '$lib/views/family'
import type { Choice } from '$lib/views/frame'
import { m } from '$words'

/** The choices, with the words of the record that are not among them: they stay to be chosen. */
export function withOwn(choices: readonly Choice[] = [], ...own: string[]): Choice[] {
  const more = own.filter((id) => id !== '' && !choices.some((choice) => choice.id === id))
  return [...choices, ...more.map((id) => ({ id, text: cut(id, 60) }))]
}

/** The words of a choice; what is not among them stands as it was typed. */
export function named(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.text ?? id
}

/** A school year inside of a sentence. */
export const yearName = ({ label }: YearView): string => own(label)

/** A text of somebody's inside of a sentence, in a direction of its own. */
export function own(text: string, limit = 60): string {
  return `\u2068${cut(text, limit)}\u2069`
}

export function packOf(view: FamilyView, id: string): PackView | undefined {
  return view.packs.find((pack) => pack.id === id)
}

/** The sets of answers; this program's own come first, and the chosen one is always among them. */
export function packChoices(view: FamilyView, chosen: string): Choice[] {
  const others = view.packs.filter((pack) => pack.id !== '').map(({ id, name }) => ({ id, text: name }))
  return [{ id: '', text: m.family_starting() }, ...withOwn(others, chosen)]
}

export function packName(view: FamilyView, id: string): string {
  return id === '' ? m.family_starting() : (packOf(view, id)?.name ?? id)
}

/** Private therapy need not follow the school's days. */
export function isPrivate(view: FamilyView, plan: string): boolean {
  return view.children.some(({ plans }) =>
    plans.some(({ form }) => form.id === plan && form.kind === 'private'),
  )
}
