import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { TodayView } from '$lib/views/today'

export class Today extends Screen<TodayView, string> {
  protected door = go.Today
  protected query = () => frame.now.child

  happened = (keys: string[]) => this.act((child) => go.Today.Happened(child, keys))
  missed = (key: string, reason: string) => this.act((child) => go.Today.Missed(child, [key], reason))
  partly = (key: string, minutes: number, reason: string) =>
    this.act((child) => go.Today.Partly(child, key, minutes, reason))
  promised = (promise: string, kept: string) => this.act((child) => go.Today.Kept(child, promise, kept))
  notNow = (key: string) => this.act((child) => go.Today.NotNow(child, key))
  held = (id: string, held: boolean) => this.act((child) => go.Today.Held(child, id, held))
  unsure = (key: string) => this.act((child) => go.Today.Unsure(child, [key]))
}
