import { cut } from '$lib/format'

/** A text of somebody's inside of a sentence, in a direction of its own. */
export const own = (text: string, limit = 60): string => `\u2068${cut(text, limit)}\u2069`
