import type { ChildView, FamilyView } from '$lib/views/family'

/** The order in which a new record is filled, each step saved by itself. */
export const order = ['child', 'year', 'plan', 'service'] as const
export type StepName = (typeof order)[number]

export interface Step {
  name: StepName
  state: 'done' | 'open' | 'later'
}

/** A child whose record is not begun: none of its plans has a service. */
export function isNew(child: ChildView): boolean {
  return child.plans.every((plan) => plan.services.length === 0)
}

/**
 * What is done, the one step that is open, and what comes later. Without a child the first one is open. `picked`
 * is a step that the person went back to, `skipped` one that is left for another day.
 */
export function steps(
  child: ChildView | undefined,
  years: FamilyView['calendars'],
  picked?: StepName,
  skipped?: StepName,
): Step[] {
  const done: Record<StepName, boolean> = {
    child: child !== undefined,
    year: years.length > 0,
    plan: (child?.plans.length ?? 0) > 0,
    service: child !== undefined && !isNew(child),
  }
  const open = picked ?? order.find((name) => !done[name] && name !== skipped) ?? skipped
  return order.map((name) => ({ name, state: name === open ? 'open' : done[name] ? 'done' : 'later' }))
}
