import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import { Refusal, type Failure } from '$lib/trouble'
import type { ClosureForm } from '$lib/views/calendar'
import type {
  ChildForm,
  ClaimForm,
  FamilyView,
  LateForm,
  MeetingForm,
  MoveForm,
  PlanForm,
  RequestForm,
  SchoolForm,
  ServiceForm,
  SummerForm,
  YearForm,
} from '$lib/views/family'
import { fieldOf, type Noun } from './refusals'

/** The nouns of this screen that can be taken out. */
type Removable = 'child' | 'plan' | 'service' | 'calendar' | 'esy' | 'request' | 'meeting'

export const [useFamily, provideFamily] = createContext<Family>()

/** What was refused at a place: at a field of its form, or as a whole. */
export interface Said {
  field: string
  trouble: Refusal | Failure | undefined
}

/** A place is a form or a row, such as `service/new/p1`: what is refused there is said there. */
export class Family extends Screen<FamilyView, string> {
  protected door = go.Family
  protected query = () => frame.now.child
  /** In the first steps: the school said no, as was chosen there. */
  refused = $state(false)
  /** The place that asked last; empty when all went well. */
  #asked = $state('')

  saveChild = (place: string, form: ChildForm) => this.#at(place, (child) => go.Family.SaveChild(child, form))
  saveSchool = (place: string, form: SchoolForm) =>
    this.#at(place, (child) => go.Family.SaveSchool(child, form))
  savePlan = (place: string, form: PlanForm) => this.#at(place, (child) => go.Family.SavePlan(child, form))
  saveRequest = (place: string, form: RequestForm) =>
    this.#at(place, (child) => go.Family.SaveRequest(child, form))
  saveMeeting = (place: string, form: MeetingForm) =>
    this.#at(place, (child) => go.Family.SaveMeeting(child, form))
  saveYear = (place: string, form: YearForm) => this.#at(place, (child) => go.Family.SaveYear(child, form))
  saveClosure = (place: string, form: ClosureForm) =>
    this.#at(place, (child) => go.Family.SaveClosure(child, form))
  realYear = (place: string, calendar: string) =>
    this.#at(place, (child) => go.Family.RealYear(child, calendar))
  move = (place: string, form: MoveForm) => this.#at(place, (child) => go.Family.Move(child, form))
  saveSummer = (place: string, form: SummerForm) =>
    this.#at(place, (child) => go.Family.SaveSummer(child, form))
  removeClosure = (place: string, { calendar, id }: ClosureForm) =>
    this.#at(place, (child) => go.Family.RemoveClosure(child, calendar, id))
  remove = (place: string, noun: Removable, id: string) =>
    this.#at(place, (child) => go.Family.Remove(child, noun, id))

  saveService = (place: string, form: ServiceForm) =>
    this.#at(place, (child) => go.Family.SaveService(child, form))
  /** Opens a step of the first run of a child; an empty one leaves them. */
  reach = (of: string, step: string) => this.#at('', (child) => go.Family.Reach(child, of, step))
  saveClaim = (place: string, form: ClaimForm) => this.#at(place, (child) => go.Family.SaveClaim(child, form))
  removeClaim = (place: string, { plan, id }: ClaimForm) =>
    this.#at(place, (child) => go.Family.RemoveClaim(child, plan, id))
  lateStart = (place: string, form: LateForm) => this.#at(place, (child) => go.Family.LateStart(child, form))

  override undo = () => this.#at('', (child) => go.Family.Undo(child))
  override redo = () => this.#at('', (child) => go.Family.Redo(child))

  /** Something has to be typed first. Like a save that was refused, so that a form can answer with it. */
  miss = (place: string, field: string, text: string): Promise<boolean> => {
    this.clear()
    this.#asked = place
    this.refusal = new Refusal('missing', field, {}, text)
    return Promise.resolve(false)
  }

  said(place: string, noun: Noun): Said {
    if (place !== this.#asked) return { field: '', trouble: undefined }
    return {
      field: this.refusal ? fieldOf(noun, this.refusal.field) : '',
      trouble: this.refusal ?? this.failure,
    }
  }

  /** For the fields of a form at this place: the words of what was refused there. */
  wrong(place: string, noun: Noun): (field: string) => string {
    const { field, trouble } = this.said(place, noun)
    return (name) => (name === field ? (trouble?.message ?? '') : '')
  }

  /** What went wrong and belongs to no form. */
  get beyond(): Refusal | Failure | undefined {
    return this.#asked === '' ? (this.failure ?? this.refusal) : undefined
  }

  /** A form or a row closes: what was refused there is forgotten. */
  leave = (place: string): void => {
    if (place !== this.#asked) return
    this.clear()
    this.#asked = ''
  }

  async #at(place: string, ask: (child: string) => Promise<FamilyView>): Promise<boolean> {
    if (this.busy) return false
    this.#asked = place
    const done = await this.act(ask)
    if (done) this.#asked = ''
    return done
  }
}
