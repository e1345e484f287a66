import type { ChildView, ServiceView } from '$lib/views/family'

/** One service of a plan with its versions, the newest first. */
export interface Series {
  /** id of the first version */
  id: string
  /** id of its sheet */
  sheet: string
  versions: ServiceView[]
  /** The version before the first one here, when it stands in another plan of the child. */
  before: ServiceView | undefined
}

/** The services of a plan by series: an amendment stands before the version that it follows. */
export function seriesOf(services: readonly ServiceView[], child: ChildView): Series[] {
  const made: Series[] = []
  for (const service of services) {
    const series = made.find((each) => each.versions[0]?.form.id === service.follows)
    if (service.follows && series) series.versions.unshift(service)
    else
      made.push({
        id: service.form.id,
        sheet: service.series,
        versions: [service],
        before: find(child, service.follows),
      })
  }
  return made
}

function find(child: ChildView, id: string): ServiceView | undefined {
  return id
    ? child.plans.flatMap((plan) => plan.services).find((service) => service.form.id === id)
    : undefined
}
