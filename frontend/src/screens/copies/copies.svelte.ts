import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { CopiesView, CopyPreview, PortableForm } from '$lib/views/copies'

export class Copies extends Screen<CopiesView, string> {
  protected door = go.Copies
  protected query = () => frame.now.child

  make = () => this.act((child) => go.Copies.Make(child))
  preview = (name: string): Promise<CopyPreview | undefined> => this.peek(() => go.Copies.Preview(name))
  restore = (name: string) => this.act((child) => go.Copies.Restore(child, name))
  unrestore = () => this.act((child) => go.Copies.Unrestore(child))
  drill = () => this.act((child) => go.Copies.Drill(child))
  remove = (names: string[]) => this.act((child) => go.Copies.Remove(child, names))
  /** Asks for a folder outside this computer, and copies there at once. */
  second = () => this.act((child) => go.Copies.Second(child))
  toSecond = () => this.act((child) => go.Copies.ToSecond(child))
  forget = () => this.act((child) => go.Copies.Forget(child))
  portable = (form: PortableForm) => this.act((child) => go.Copies.Portable(child, form))
}
