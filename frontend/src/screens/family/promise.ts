/** What the sentence builder does to a service's form. */
import type { ServiceForm } from '$lib/views/family'

/** A service while it is typed: of one that is there already, whether it was typed wrong or the plan changed. */
export interface ServiceDraft extends ServiceForm {
  change: '' | 'wrong' | 'plan'
  /** Of an amendment: where it says so, and its own words. Those of before stay with the version before. */
  nextPage: string
  nextVerbatim: string
}

/** A rhythm that the form cannot show. */
export const kept = 'kept'

/** Stands among the periods for a promise of every few weeks. */
export const someWeeks = 'weeks'

export function periodOf(form: ServiceForm): string {
  return form.every !== null && form.every !== 1 ? someWeeks : form.period
}

export function pickPeriod(form: ServiceForm, period: string): void {
  form.period = period === someWeeks ? 'week' : period
  form.every = period === someWeeks ? 2 : null
}

export function pickUnit(form: ServiceForm, unit: string): void {
  form.unit = unit
  form.period ||= 'week'
}

/** The minutes of one session stand in the sentence, or beside the days when the sentence is about minutes in all. */
export function minutesBesideDays(form: ServiceForm): boolean {
  return form.unit !== 'sessions' && byTheDay(form)
}

/** Sessions fall on days, or will when the form is filled in. */
export function byTheDay({ rhythm, weekdays }: ServiceForm): boolean {
  if (rhythm.kind === 'none' || rhythm.kind === kept) return false
  return rhythm.kind === 'cycle' || weekdays.length > 0
}

const besides: readonly (keyof ServiceForm)[] = [
  'provider',
  'agency',
  'mode',
  'group',
  'setting',
  'verbatim',
  'page',
  'because',
]

/** What the sentence of a service is made of: the same text, the same sentence. */
export function spoken(form: ServiceForm): string {
  return JSON.stringify(form, (key, value: unknown) =>
    besides.includes(key as keyof ServiceForm) ? undefined : value,
  )
}

/** As it goes to Go: a day to begin on is an amendment, so a correction has none. */
export function asSent({ change, nextPage, nextVerbatim, ...form }: ServiceDraft): ServiceForm {
  return change === 'plan' ? { ...form, page: nextPage, verbatim: nextVerbatim } : { ...form, from: '' }
}
