/** Whether help is open, and at which page. Anybody can open it; the shell draws it. */
class Helping {
  open = $state(false)
  /** Name of the page that was asked for; empty for that of the screen one is on. */
  page = $state('')

  show = (page = ''): void => {
    this.page = page
    this.open = true
  }

  close = (): void => {
    this.open = false
  }
}

export const helping = new Helping()
