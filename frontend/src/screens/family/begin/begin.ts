import type { BeginView, ChildView, FamilyView } from '$lib/views/family'
import { m } from '$words'
import { own } from '../choices'

/** A child of whose plan no service is written down. */
export function isNew(child: ChildView): boolean {
  return child.plans.every((plan) => plan.services.length === 0)
}

/** The child whose steps are shown: the one the address names, the one that was left, or one that is new. */
export function childOf(view: FamilyView, asked: string): ChildView | undefined {
  const left = view.frame.begin.split('/')[0]
  const find = (id: string | undefined) => view.children.find(({ form }) => form.id === id)
  return find(asked) ?? find(left) ?? view.children.find(isNew) ?? view.children[0]
}

/** A step beside the one that is open; empty when there is none. */
export function beside({ steps, at }: BeginView, by: 1 | -1): string {
  return steps[steps.findIndex(({ id }) => id === at) + by]?.id ?? ''
}

/** Done, or come by already: it can be gone back to. */
export function reached({ steps, at }: BeginView, id: string): boolean {
  const place = steps.findIndex((step) => step.id === id)
  return steps[place]?.done === true || place <= steps.findIndex((step) => step.id === at)
}

export const names: Record<string, () => string> = {
  child: m.begin_child,
  kind: m.begin_kind,
  services: m.begin_services,
  calendar: m.begin_calendar,
  dates: m.begin_dates,
  understood: m.begin_understood,
}

export function titleOf(step: string, child: ChildView): string {
  const name = own(child.form.name, 40)
  const titles: Record<string, string> = {
    child: m.begin_child_title({ name }),
    kind: m.begin_kind_title({ name }),
    services: m.begin_services_title(),
    calendar: m.begin_calendar_title(),
    dates: m.begin_dates_title(),
    understood: m.begin_understood_title(),
  }
  return titles[step] ?? ''
}

export function leadOf(step: string): string {
  const leads: Record<string, string> = {
    child: m.begin_child_lead(),
    kind: m.begin_kind_lead(),
    services: m.begin_services_lead(),
    calendar: m.begin_calendar_lead(),
    dates: m.begin_dates_lead(),
    understood: m.begin_understood_lead(),
  }
  return leads[step] ?? ''
}
