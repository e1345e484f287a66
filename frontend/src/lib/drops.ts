/**
 * Files that were dropped on the window wait in Go until the page says what they belong to: to the entry that is
 * open, else they go to the list of attachments.
 */
type Take = () => unknown

class Drops {
  #takers: Take[] = []
  #waiting = false

  /** Takes what is dropped until the returned function is called, and what was dropped on the way here. */
  listen(take: Take): () => void {
    this.#takers.push(take)
    if (this.#waiting) take()
    this.#waiting = false
    return () => (this.#takers = this.#takers.filter((other) => other !== take))
  }

  /** Something was dropped: whoever listens last takes it. False when nobody does yet. */
  fell(): boolean {
    const take = this.#takers.at(-1)
    this.#waiting = !take
    take?.()
    return take !== undefined
  }
}

export const drops = new Drops()
