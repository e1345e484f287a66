import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { ChartsQuery, ChartsView } from '$lib/views/charts'

/** Pictures of one service in one school year, which the address names. */
export class Charts extends Screen<ChartsView, ChartsQuery> {
  protected door = go.Charts
  protected query = (): ChartsQuery => {
    const [series = '', year = ''] = router.rest
    return { child: frame.now.child, series, year }
  }

  /** Looks at another service, in the year of today. */
  lookAt = (series: string): void => router.go('charts', series)
  turnTo = (year: string): void => router.go('charts', this.view?.query.series ?? '', year)

  savePage = () => this.act((query) => go.Charts.SavePage(query))
}
