/** Whether Find is open, and what was typed before its field had the focus: nobody waits for a dialog. */
class Finding {
  open = $state(false)
  #early = ''
  #sent = false

  start = (): void => {
    this.#early = ''
    this.#sent = false
    this.open = true
  }

  /** For every key, before anything else sees it. */
  hear = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const sent = event.key === 'Enter'
    if (!this.open || !plain || document.activeElement?.role === 'combobox') return
    if (!sent && event.key.length !== 1) return
    if (sent) this.#sent = true
    else if (!this.#sent) this.#early += event.key
    event.preventDefault()
    event.stopPropagation()
  }

  /** What was typed so far, and whether Enter followed; it is told once. */
  heard = (): { text: string; sent: boolean } => {
    const heard = { text: this.#early, sent: this.#sent }
    this.#early = ''
    this.#sent = false
    return heard
  }
}

export const finding = new Finding()
