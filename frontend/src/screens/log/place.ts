/**
 * Where in the log one is, as the address tells it: the filter, then pairs of a name and its value.
 *
 *     #/log/not_filled_in/series/c1%2Fsp/year/2024-25
 *     #/log/all/open/sp%3A2025-03-11%3Atue
 */
export interface Place {
  /** Empty for all rows. */
  filter: string
  /** Of one service; empty for all. */
  series: string
  /** Empty for the year of today. */
  year: string
  /** Key of the entry that is opened on arrival; empty for none. */
  open: string
  /** hide: struck entries stand in their own filter only; empty to show them. */
  struck: string
}

const names = ['series', 'year', 'open', 'struck'] as const

export function readPlace(rest: readonly string[]): Place {
  const place: Place = { filter: rest[0] ?? '', series: '', year: '', open: '', struck: '' }
  for (let at = 1; at < rest.length; at += 2) {
    const name = names.find((each) => each === rest[at])
    if (name) place[name] = rest[at + 1] ?? ''
  }
  return place
}

export function writePlace(place: Place): string[] {
  const pairs = names.filter((name) => place[name] !== '').flatMap((name) => [name, place[name]])
  return [place.filter || 'all', ...pairs]
}
