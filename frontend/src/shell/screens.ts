/**
 * The screens, in the order of the sidebar, of Ctrl+1…7 and of the View menu. Today, which stands first, comes with
 * the page; each of the others is fetched when it is first opened.
 */
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import House from '@lucide/svelte/icons/house'
import ListChecks from '@lucide/svelte/icons/list-checks'
import NotebookPen from '@lucide/svelte/icons/notebook-pen'
import Paperclip from '@lucide/svelte/icons/paperclip'
import Scale from '@lucide/svelte/icons/scale'
import Signpost from '@lucide/svelte/icons/signpost'
import UserRound from '@lucide/svelte/icons/user-round'
import type { Component } from 'svelte'
import type { Icon } from '$ui/types'
import { m } from '$words'
import Today from '../screens/today/Today.svelte'

export interface ScreenEntry {
  name: string
  label: () => string
  icon: Icon
  fetch: () => Promise<{ default: Component }>
}

export const screens: readonly ScreenEntry[] = [
  { name: 'today', label: m.frame_today, icon: House, fetch: () => Promise.resolve({ default: Today }) },
  {
    name: 'calendar',
    label: m.frame_calendar,
    icon: CalendarDays,
    fetch: () => import('../screens/calendar/Calendar.svelte'),
  },
  { name: 'log', label: m.frame_log, icon: ListChecks, fetch: () => import('../screens/log/Log.svelte') },
  { name: 'owed', label: m.frame_owed, icon: Scale, fetch: () => import('../screens/owed/Owed.svelte') },
  {
    name: 'planner',
    label: m.frame_planner,
    icon: Signpost,
    fetch: () => import('../screens/planner/Planner.svelte'),
  },
  {
    name: 'notes',
    label: m.frame_notes,
    icon: NotebookPen,
    fetch: () => import('../screens/notes/Notes.svelte'),
  },
  {
    name: 'family',
    label: m.frame_family,
    icon: UserRound,
    fetch: () => import('../screens/family/Family.svelte'),
  },
  {
    name: 'papers',
    label: m.frame_papers,
    icon: Paperclip,
    fetch: () => import('../screens/papers/Papers.svelte'),
  },
]

/** Screens that others lead to; they do not stand in the sidebar. */
export const beside: readonly Pick<ScreenEntry, 'name' | 'fetch'>[] = [
  { name: 'begin', fetch: () => import('../screens/family/Begin.svelte') },
  { name: 'checkin', fetch: () => import('../screens/checkin/CheckIn.svelte') },
  { name: 'charts', fetch: () => import('../screens/charts/Charts.svelte') },
  { name: 'makeup', fetch: () => import('../screens/makeup/MakeUp.svelte') },
  { name: 'year', fetch: () => import('../screens/year/Year.svelte') },
  { name: 'people', fetch: () => import('../screens/people/People.svelte') },
  { name: 'rule', fetch: () => import('../screens/rule/Rule.svelte') },
  { name: 'feed', fetch: () => import('../screens/feed/Feed.svelte') },
  { name: 'summer', fetch: () => import('../screens/summer/Summer.svelte') },
  { name: 'lock', fetch: () => import('../screens/lock/Lock.svelte') },
  { name: 'early', fetch: () => import('../screens/early/Early.svelte') },
  { name: 'history', fetch: () => import('../screens/history/History.svelte') },
  { name: 'changes', fetch: () => import('../screens/changes/Changes.svelte') },
  { name: 'proof', fetch: () => import('../screens/proof/Proof.svelte') },
  { name: 'copies', fetch: () => import('../screens/copies/Copies.svelte') },
  { name: 'erase', fetch: () => import('../screens/erase/Erase.svelte') },
]
