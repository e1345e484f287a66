import { cut } from '$lib/format'
import type { Choice } from '$lib/views/frame'
import { m } from '$words'

/** What can be answered to a reason. */
export function answers(): Choice[] {
  return [
    { id: 'yes', text: m.rule_yes() },
    { id: 'ask', text: m.rule_ask() },
    { id: 'no', text: m.rule_no() },
  ]
}

/** The words of an answer inside of a sentence. */
export function wordOf(code: string): string {
  return (
    answers()
      .find(({ id }) => id === code)
      ?.text.toLowerCase() ?? code
  )
}

/** A text of somebody's inside of a sentence, in a direction of its own. */
export const own = (text: string, limit = 60): string => `\u2068${cut(text, limit)}\u2069`
