/** How the window looks on this computer: text size, theme, and whether single letters act in a list. */
import { go } from './api'
import { letters } from './keys'
import type { SettingsView } from './views/frame'

const sizes = [80, 90, 100, 110, 125, 150, 175, 200]

class Look {
  #now = $state.raw<SettingsView>({ zoom: 100, theme: 'system', keys: true })

  /** Text size in percent, 80 to 200. */
  get zoom(): number {
    return this.#now.zoom
  }
  get theme(): SettingsView['theme'] {
    return this.#now.theme
  }
  get keys(): boolean {
    return this.#now.keys
  }

  /** As it was left; a window without its settings begins as on the first day. */
  async load(): Promise<void> {
    try {
      this.#show(await go.Settings.View())
    } catch {
      this.#show(this.#now)
    }
  }

  /** Shows the change at once. One that cannot be kept holds until the window is closed. */
  change(change: Partial<SettingsView>): void {
    this.#show({ ...this.#now, ...change })
    go.Settings.Save(this.#now).catch(() => undefined)
  }

  larger(): void {
    this.change({ zoom: sizes.find((size) => size > this.zoom) ?? this.zoom })
  }

  smaller(): void {
    this.change({ zoom: sizes.findLast((size) => size < this.zoom) ?? this.zoom })
  }

  /** Size and theme stand on the root, so that every rem and every colour follows. */
  #show(now: SettingsView): void {
    this.#now = now
    letters.on = now.keys
    document.documentElement.style.fontSize = `${now.zoom}%`
    document.documentElement.dataset.theme = now.theme
  }
}

export const look = new Look()
