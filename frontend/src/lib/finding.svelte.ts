/** Whether Find is open, and what was typed before its field had the focus: nobody waits for a dialog. */
class Finding {
  open = $state(false)
  #early = ''

  start = (): void => {
    this.#early = ''
    this.open = true
  }

  /** For every key, before anything else sees it. */
  hear = (event: KeyboardEvent): void => {
    const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!this.open || !typed || document.activeElement?.role === 'combobox') return
    this.#early += event.key
    event.preventDefault()
    event.stopPropagation()
  }

  /** What was typed so far; it is told once. */
  heard = (): string => {
    const early = this.#early
    this.#early = ''
    return early
  }
}

export const finding = new Finding()
