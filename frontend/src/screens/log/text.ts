import { cut } from '$lib/format'

/** What somebody typed, for a place that takes plain text: cut, and kept in a direction of its own. */
export function typed(text: string, limit: number): string {
  return text && `\u2068${cut(text, limit)}\u2069`
}
