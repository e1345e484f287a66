// Mirrors app/people.go.
import type { Choice, Frame } from './frame'

/** A PeopleView is everyone of the record, by what they are now. */
export interface PeopleView {
  frame: Frame
  now: PersonView[]
  /** all of whose roles are over */
  before: PersonView[]
  /** of roles */
  kinds: Choice[]
  /** that a provider can give: child and series */
  series: Choice[]
  children: Choice[]
  /** who could come next */
  people: Choice[]
}

/** A PersonView is a person or an office, with what they are and were. */
export interface PersonView {
  form: PersonForm
  /** as it is called: the name, else the organization */
  name: string
  /** of several children, those it concerns; else empty */
  whom: string
  /** of now, or to come */
  roles: RoleView[]
  /** over; the latest first */
  before: RoleView[]
}

/** A RoleView is a role in words. */
export interface RoleView {
  /** its place among the contact's roles */
  at: number
  /** Gives OT to Nora; Case manager */
  text: string
  organization: string
  /** since Mon Aug 12, 2024; or empty */
  dates: string
}

/** A PersonForm is a person or an office, as typed. */
export interface PersonForm {
  /** empty for a new one */
  id: string
  name: string
  phone: string
  email: string
  note: string
  /** empty: every child */
  children: string[]
  roles: RoleForm[]
  because: string
}

/** A RoleForm is a role, as typed. */
export interface RoleForm {
  /** of one that is there already; -1: a new one */
  at: number
  role: string
  organization: string
  /** of PeopleView.Series, or empty */
  series: string
  first: string
  last: string
}

/** A LeaveForm says that somebody left, and who came next. */
export interface LeaveForm {
  contact: string
  /** its place among the contact's roles */
  role: number
  last: string
  /** of PeopleView.People; empty: Name, or nobody yet */
  next: string
  name: string
  organization: string
  /** empty: the day after Last */
  first: string
}
