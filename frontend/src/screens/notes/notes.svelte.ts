import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { NoteForm, NotesView, PromiseForm, RemovalForm } from '$lib/views/notes'
import { drafts } from './drafts'

export const [notesHere, provideNotes] = createContext<Notes>()

/** An entry while its form is open. */
export type Editing =
  | { noun: 'note'; form: NoteForm }
  | { noun: 'promise'; form: PromiseForm }
  | { noun: 'removal'; form: RemovalForm }

export class Notes extends Screen<NotesView, string> {
  protected door = go.Notes
  protected query = () => frame.now.child
  editing = $state<Editing>()
  /** The form was found as it was left. */
  drafted = $state(false)
  #begun = ''
  #key = ''

  /** Opens the form of an entry, as it was left if it was left. */
  edit = (entry: Editing): void => {
    this.clear()
    this.#key = [frame.now.sample, entry.noun, entry.form.id].join(' ')
    this.#begun = JSON.stringify(entry)
    const draft = drafts.get(this.#key)
    this.drafted = draft !== undefined
    this.editing = structuredClone(draft ?? entry)
  }

  startOver = (): void => {
    drafts.delete(this.#key)
    this.drafted = false
    this.editing = JSON.parse(this.#begun) as Editing
  }

  /** The form closes by itself: what was typed is kept. */
  leave = (): void => {
    this.keep()
    this.#close()
  }

  keep = (): void => {
    const left = $state.snapshot(this.editing)
    if (left && JSON.stringify(left) !== this.#begun) drafts.set(this.#key, left)
  }

  cancel = (): void => {
    drafts.delete(this.#key)
    this.#close()
  }

  save = async (): Promise<boolean> => {
    const entry = $state.snapshot(this.editing)
    if (!entry || !(await this.act((child) => this.#saved(child, entry)))) return false
    this.cancel()
    return true
  }

  withdraw = async (): Promise<boolean> => {
    const entry = $state.snapshot(this.editing)
    if (!entry || !(await this.act((child) => go.Notes.Withdraw(child, entry.noun, entry.form.id))))
      return false
    this.cancel()
    return true
  }

  answer = (promise: string, kept: string) => this.act((child) => go.Notes.Kept(child, promise, kept))
  writeDown = (keys: string[], reason: string) => this.act((child) => go.Notes.WriteDown(child, keys, reason))

  #close(): void {
    this.editing = undefined
    this.clear()
  }

  #saved(child: string, entry: Editing): Promise<NotesView> {
    if (entry.noun === 'promise') return go.Notes.SavePromise(child, entry.form)
    if (entry.noun === 'removal') return go.Notes.SaveRemoval(child, entry.form)
    return go.Notes.SaveNote(child, entry.form)
  }
}
