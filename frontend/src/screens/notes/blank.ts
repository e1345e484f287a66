/** Forms as they are before anybody types. */
import type { NoteForm, NotesView, PromiseForm, RemovalForm } from '$lib/views/notes'

/** The child looked at, else the first. */
const childOf = (view: NotesView): string => view.frame.child || (view.children[0]?.id ?? '')

export function blankNote(view: NotesView, date = view.frame.today.iso): NoteForm {
  return {
    id: '',
    child: childOf(view),
    date,
    approximate: false,
    kind: 'note',
    series: '',
    side: '',
    break: '',
    text: '',
    saidBy: '',
    knownBy: '',
  }
}

export function blankPromise(view: NotesView): PromiseForm {
  return {
    id: '',
    child: childOf(view),
    series: '',
    date: view.frame.today.iso,
    approximate: false,
    by: '',
    text: '',
    due: '',
    kept: '',
    keptOn: '',
    note: '',
  }
}

export function blankRemoval(view: NotesView): RemovalForm {
  return {
    id: '',
    child: childOf(view),
    start: view.frame.today.iso,
    end: '',
    kind: 'out_of_school',
    partDay: false,
    note: '',
  }
}
