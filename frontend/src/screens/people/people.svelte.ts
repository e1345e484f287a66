import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import { Refusal } from '$lib/trouble'
import type { LeaveForm, PeopleView, PersonForm, PersonView, RoleForm, RoleView } from '$lib/views/people'
import { m } from '$words'

/** Stands among those who came next for somebody who is not there yet. */
export const somebodyNew = 'new'

/** Who left, while the form is open. */
export interface Leaving {
  person: PersonView
  role: RoleView
  form: LeaveForm
}

export class People extends Screen<PeopleView, string> {
  protected door = go.People
  protected query = () => frame.now.child
  /** The person whose form is open. */
  editing = $state<PersonForm>()
  leaving = $state<Leaving>()

  edit = (form: PersonForm): void => {
    this.clear()
    this.editing = structuredClone($state.snapshot(form) as PersonForm)
  }

  /** A person begins with one role: the most usual, for the first service that nobody gives. */
  add = (): void => {
    this.edit({
      id: '',
      name: '',
      phone: '',
      email: '',
      note: '',
      children: [],
      roles: [role()],
      because: '',
    })
  }

  addRole = (): void => {
    this.editing?.roles.push(role())
  }

  leave = (person: PersonView, role: RoleView): void => {
    this.clear()
    const form = {
      contact: person.form.id,
      role: role.at,
      last: '',
      next: '',
      name: '',
      organization: '',
      first: '',
    }
    this.leaving = { person, role, form }
  }

  close = (): void => {
    this.clear()
    this.editing = undefined
    this.leaving = undefined
  }

  save = async (): Promise<boolean> => {
    const form = $state.snapshot(this.editing) as PersonForm
    if ([form.name, ...form.roles.map((each) => each.organization)].every((text) => text.trim() === ''))
      return this.#miss('name', m.people_name_missing())
    return this.#done((child) => go.People.Save(child, form))
  }

  saveLeaving = async (): Promise<boolean> => {
    const form = $state.snapshot(this.leaving?.form) as LeaveForm
    if (form.next === somebodyNew && form.name.trim() === '')
      return this.#miss('name', m.people_leave_name_missing())
    const sent = form.next === somebodyNew ? { ...form, next: '' } : { ...form, name: '' }
    return this.#done((child) => go.People.Leave(child, sent))
  }

  remove = (id: string) => this.act((child) => go.People.Remove(child, id))

  async #done(ask: (child: string) => Promise<PeopleView>): Promise<boolean> {
    const done = await this.act(ask)
    if (done) this.close()
    return done
  }

  #miss(field: string, text: string): boolean {
    this.clear()
    this.refusal = new Refusal('missing', field, {}, text)
    return false
  }
}

const role = (): RoleForm => ({ at: -1, role: 'provider', organization: '', series: '', first: '', last: '' })
