/** The answers that came with the page: what it would ask as it starts. Each is good once, and only before anything else was asked. */
class First {
  #answers: Record<string, unknown>

  constructor(text: string) {
    try {
      this.#answers = JSON.parse(text) as Record<string, unknown>
    } catch {
      this.#answers = {}
    }
  }

  /** The answer to Struct.View(), or to Struct.View('') for all children. Undefined: ask Go. */
  take(struct: string, method: string, args: unknown[]): unknown {
    const answer = this.#answers[struct]
    if (method !== 'View' || args.some((arg) => arg !== '') || answer === undefined) {
      this.#answers = {}
      return undefined
    }
    delete this.#answers[struct]
    return answer
  }
}

export const answersOf = (text: string) => new First(text)

export const first = answersOf(document.getElementById('first')?.textContent ?? '')
