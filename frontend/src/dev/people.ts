/** Made-up answers of the screen people. `?bare` has nobody. */
import type { PeopleView, PersonView } from '../lib/views/people'
import { asked, frame, name } from './common'

function person(id: string, called: string, change: Partial<PersonView> = {}): PersonView {
  return {
    form: { id, name: called, phone: '', email: '', note: '', children: [], roles: [], because: '' },
    name: called,
    whom: '',
    roles: [],
    before: [],
    ...change,
  }
}

const role = (at: number, text: string, organization: string, dates: string) => ({
  at,
  text,
  organization,
  dates,
})

export function peopleView(change: Partial<PeopleView> = {}): PeopleView {
  return {
    frame: frame(),
    now: [
      person('luis', name('Luis'), {
        roles: [role(0, 'Gives OT', name('Kite OT'), 'since Wed Nov 13, 2024')],
      }),
    ],
    before: [
      person('ines', name('Ines'), {
        before: [role(0, 'Gave OT', name('Bright Steps'), 'until Fri Sep 13, 2024')],
      }),
    ],
    kinds: [
      { id: 'provider', text: 'Gives a service' },
      { id: 'case_manager', text: 'Case manager' },
    ],
    series: [{ id: 'c1/ot', text: 'OT' }],
    children: [{ id: 'c1', text: name('Nora') }],
    people: [
      { id: 'luis', text: name('Luis') },
      { id: 'ines', text: name('Ines') },
    ],
    ...change,
  }
}

const view = () => Promise.resolve(peopleView(asked.has('bare') ? { now: [], before: [] } : {}))

export const people = { View: view, Undo: view, Redo: view, Save: view, Remove: view, Leave: view }
