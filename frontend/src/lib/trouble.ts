/**
 * What can go wrong in an answer, in two kinds: a refusal is something the person can mend, often at one
 * field; a failure is not theirs, and nothing was changed.
 */
export class Refusal extends Error {
  readonly code: string
  /** Name or path of the field it is about, such as `minutes`; empty when it is about the whole. */
  readonly field: string
  readonly args: Readonly<Record<string, unknown>>

  constructor(code: string, field: string, args: Record<string, unknown>, text: string) {
    super(text)
    this.name = 'Refusal'
    this.code = code
    this.field = field
    this.args = args
  }
}

export class Failure extends Error {
  constructor(text: string) {
    super(text)
    this.name = 'Failure'
  }
}

/** Reads what the window hands over: an Error whose message is `{code, field, args, text}` as JSON. */
export function troubleOf(thrown: unknown): Refusal | Failure {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const said = parse(message)
  if (!said) return new Failure(message)
  const { code, field, args, text } = said
  if (typeof code !== 'string' || code === '' || code === 'nothing_changed')
    return new Failure(textOf(text, message))
  return new Refusal(code, textOf(field, ''), isRecord(args) ? args : {}, textOf(text, code))
}

function parse(message: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(message)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
