/** The one door to Go: what the window's bound structs answer, as promises of whole views. */
import { first } from './first'
import type { Door } from './screen.svelte'
import { troubleOf } from './trouble'
import type { CalendarQuery, CalendarView, ClosureForm, DayForm, DayWhy, StrokeForm } from './views/calendar'
import type {
  ChildForm,
  ClaimForm,
  FamilyView,
  LateForm,
  LateStart,
  MeetingForm,
  MoveForm,
  PlanForm,
  RequestForm,
  SchoolForm,
  ServiceForm,
  ServicePreview,
  SummerForm,
  YearForm,
} from './views/family'
import type { ChartsQuery, ChartsView } from './views/charts'
import type { ChangesQuery, ChangesView } from './views/changes'
import type { CheckInForm, CheckInQuery, CheckInSum, CheckInView } from './views/checkin'
import type { CopiesView, CopyPreview, LyingView, PortableForm } from './views/copies'
import type { EarlyAsk, EarlyForm, EarlyView } from './views/early'
import type { ErasureForm, ErasureQuery, ErasureView } from './views/erasure'
import type { FeedAnswer, FeedQuery, FeedView } from './views/feed'
import type { FindQuery, FindView } from './views/find'
import type { HistoryQuery, HistoryView, Original, RedactForm, RedactView } from './views/history'
import type { DoorForm, RenewForm, SettingsView, StartForm, StartView } from './views/frame'
import type { KeyForm, LockView, PlainForm, SetupForm, SetupView, Suggested } from './views/lock'
import type { EntryView, LogQuery, LogView, SessionForm } from './views/log'
import type { NoteForm, NotesView, PromiseForm, RemovalForm } from './views/notes'
import type { OwedReadings, OwedView } from './views/owed'
import type { PageView } from './views/page'
import type { PaperForm, PaperSheet, PapersQuery, PapersView } from './views/papers'
import type { ArrangeForm, DateForm, MakeUpQuery, MakeUpView, StepForm } from './views/makeup'
import type { LeaveForm, PeopleView, PersonForm } from './views/people'
import type { PlannerQuery, PlannerView } from './views/planner'
import type { ProofView } from './views/proof'
import type { ClauseForm, DecisionForm, RuleForm, RuleQuery, RuleView, RuleWould } from './views/rule'
import type { AgreeForm, SummersView } from './views/summer'
import type { TodayView } from './views/today'
import type { FillQuery, FillView, PastedPick, UsualTick } from './views/year'

/** Each method as in app/<screen>.go; child and query say what the answer is to show. */
export interface Api {
  Start: {
    View(): Promise<StartView>
    Begin(form: StartForm): Promise<StartView>
    Sample(): Promise<StartView>
    Own(): Promise<StartView>
    OpenFile(author: string): Promise<StartView>
    SaveCopy(): Promise<StartView>
    ShowFolder(): Promise<StartView>
    Unlock(form: DoorForm): Promise<StartView>
    OpenAnyway(): Promise<StartView>
    Renew(form: RenewForm): Promise<StartView>
  }
  Lock: Door<LockView, string> & {
    Suggest(): Promise<Suggested>
    Prepare(form: SetupForm): Promise<SetupView>
    Sheet(): Promise<SetupView>
    Drop(): Promise<void>
    Finish(groups: string[]): Promise<StartView>
    Now(drafts: string): Promise<StartView>
    Active(): Promise<void>
    Idle(child: string, minutes: number): Promise<LockView>
    Change(child: string, form: KeyForm): Promise<LockView>
    Add(child: string, form: KeyForm): Promise<LockView>
    Remove(child: string, form: KeyForm): Promise<LockView>
    Keep(child: string, form: KeyForm): Promise<LockView>
    Unkeep(child: string): Promise<LockView>
    Plain(form: PlainForm): Promise<StartView>
  }
  Settings: {
    View(): Promise<SettingsView>
    Save(view: SettingsView): Promise<SettingsView>
  }
  Today: Door<TodayView, string> & {
    Happened(child: string, keys: string[]): Promise<TodayView>
    Missed(child: string, keys: string[], reason: string): Promise<TodayView>
    Partly(child: string, key: string, minutes: number, reason: string): Promise<TodayView>
    Unsure(child: string, keys: string[]): Promise<TodayView>
    Kept(child: string, promise: string, kept: string): Promise<TodayView>
    NotNow(child: string, key: string): Promise<TodayView>
    Held(child: string, id: string, held: boolean): Promise<TodayView>
  }
  MakeUp: Door<MakeUpView, MakeUpQuery> & {
    Propose(query: MakeUpQuery): Promise<MakeUpView>
    Arrange(query: MakeUpQuery, form: ArrangeForm): Promise<MakeUpView>
    Answer(query: MakeUpQuery, form: StepForm): Promise<MakeUpView>
    Move(query: MakeUpQuery, form: DateForm): Promise<MakeUpView>
    Held(query: MakeUpQuery, id: string, minutes: number | null): Promise<MakeUpView>
    NotHeld(query: MakeUpQuery, id: string, reason: string): Promise<MakeUpView>
    Withdraw(query: MakeUpQuery, id: string): Promise<MakeUpView>
    CopyProposal(query: MakeUpQuery): Promise<MakeUpView>
  }
  CheckIn: Door<CheckInView, CheckInQuery> & {
    Keep(query: CheckInQuery, form: CheckInForm): Promise<CheckInSum>
    Write(query: CheckInQuery, form: CheckInForm): Promise<CheckInView>
    SavePage(query: CheckInQuery): Promise<CheckInView>
  }
  Calendar: Door<CalendarView, CalendarQuery> & {
    Happened(query: CalendarQuery, keys: string[]): Promise<CalendarView>
    Missed(query: CalendarQuery, keys: string[], reason: string): Promise<CalendarView>
    Unsure(query: CalendarQuery, keys: string[]): Promise<CalendarView>
    Why(query: CalendarQuery, day: string): Promise<DayWhy>
    Close(query: CalendarQuery, form: ClosureForm): Promise<CalendarView>
    Reopen(query: CalendarQuery, calendar: string, closure: string): Promise<CalendarView>
    Paint(query: CalendarQuery, form: StrokeForm): Promise<CalendarView>
    Shorten(query: CalendarQuery, form: DayForm): Promise<CalendarView>
    Note(query: CalendarQuery, form: DayForm): Promise<CalendarView>
    TakeOut(query: CalendarQuery, sort: string, calendar: string, id: string): Promise<CalendarView>
    OpenAfterAll(query: CalendarQuery, calendar: string, on: string): Promise<CalendarView>
    EndHere(query: CalendarQuery, calendar: string, on: string): Promise<CalendarView>
  }
  Log: Door<LogView, LogQuery> & {
    Happened(query: LogQuery, keys: string[]): Promise<LogView>
    Missed(query: LogQuery, keys: string[], reason: string): Promise<LogView>
    Unsure(query: LogQuery, keys: string[]): Promise<LogView>
    Save(query: LogQuery, form: SessionForm): Promise<LogView>
    Strike(query: LogQuery, entries: string[], because: string): Promise<LogView>
    Entry(key: string): Promise<EntryView>
    Lasted(began: string, ended: string): Promise<string>
  }
  Owed: Door<OwedView, string> & {
    Readings(child: string, series: string): Promise<OwedReadings>
  }
  Summer: Door<SummersView, string> & {
    Save(child: string, form: SummerForm): Promise<SummersView>
    Remove(child: string, id: string): Promise<SummersView>
    PlanOwn(child: string, id: string): Promise<SummersView>
    SaveAgreed(child: string, form: AgreeForm): Promise<SummersView>
    RemoveAgreed(child: string, ids: string[]): Promise<SummersView>
    Statement(of: string): Promise<PageView>
    SaveStatement(child: string, of: string): Promise<SummersView>
  }
  Early: Door<EarlyView, string> & {
    Save(child: string, form: EarlyForm): Promise<EarlyView>
    Try(form: EarlyForm): Promise<EarlyAsk[]>
  }
  Proof: Door<ProofView, string> & {
    ShowFiles(child: string): Promise<ProofView>
    CopyReport(child: string): Promise<ProofView>
    SaveReport(child: string): Promise<ProofView>
  }
  Names: {
    Hide(hide: boolean): Promise<boolean>
  }
  Rule: Door<RuleView, RuleQuery> & {
    Save(query: RuleQuery, form: RuleForm): Promise<RuleView>
    Would(query: RuleQuery, form: RuleForm): Promise<RuleWould>
    RemoveChange(query: RuleQuery, from: string): Promise<RuleView>
    SaveClause(query: RuleQuery, form: ClauseForm): Promise<RuleView>
    Decide(query: RuleQuery, form: DecisionForm): Promise<RuleView>
    Withdraw(query: RuleQuery, decision: string): Promise<RuleView>
  }
  Charts: Door<ChartsView, ChartsQuery> & {
    SavePage(query: ChartsQuery): Promise<ChartsView>
  }
  Planner: Door<PlannerView, PlannerQuery> & {
    SavePage(query: PlannerQuery): Promise<PlannerView>
    CopyClause(query: PlannerQuery): Promise<PlannerView>
  }
  Feed: Door<FeedView, FeedQuery> & {
    Choose(query: FeedQuery): Promise<FeedView>
    Drop(query: FeedQuery): Promise<FeedView>
    Accept(query: FeedQuery, answers: FeedAnswer[]): Promise<FeedView>
  }
  Find: {
    View(query: FindQuery): Promise<FindView>
  }
  Papers: Door<PapersView, PapersQuery> & {
    Add(query: PapersQuery): Promise<PapersView>
    TakeDropped(query: PapersQuery): Promise<PapersView>
    Save(query: PapersQuery, form: PaperForm): Promise<PapersView>
    Strike(query: PapersQuery, id: string, because: string): Promise<PapersView>
    SaveCopy(query: PapersQuery, id: string): Promise<PapersView>
    SaveAll(query: PapersQuery): Promise<PapersView>
    Sweep(query: PapersQuery): Promise<PapersView>
    Look(id: string): Promise<PaperSheet>
  }
  Family: Door<FamilyView, string> & {
    SaveChild(child: string, form: ChildForm): Promise<FamilyView>
    SaveSchool(child: string, form: SchoolForm): Promise<FamilyView>
    Reach(child: string, of: string, step: string): Promise<FamilyView>
    SavePlan(child: string, form: PlanForm): Promise<FamilyView>
    SaveService(child: string, form: ServiceForm): Promise<FamilyView>
    Preview(form: ServiceForm): Promise<ServicePreview>
    LateCost(form: LateForm): Promise<LateStart>
    LateStart(child: string, form: LateForm): Promise<FamilyView>
    SaveRequest(child: string, form: RequestForm): Promise<FamilyView>
    SaveMeeting(child: string, form: MeetingForm): Promise<FamilyView>
    SaveYear(child: string, form: YearForm): Promise<FamilyView>
    RealYear(child: string, calendar: string): Promise<FamilyView>
    Move(child: string, form: MoveForm): Promise<FamilyView>
    SaveSummer(child: string, form: SummerForm): Promise<FamilyView>
    SaveClosure(child: string, form: ClosureForm): Promise<FamilyView>
    RemoveClosure(child: string, calendar: string, closure: string): Promise<FamilyView>
    SaveClaim(child: string, form: ClaimForm): Promise<FamilyView>
    RemoveClaim(child: string, plan: string, id: string): Promise<FamilyView>
    Remove(child: string, noun: string, id: string): Promise<FamilyView>
  }
  People: Door<PeopleView, string> & {
    Save(child: string, form: PersonForm): Promise<PeopleView>
    Remove(child: string, id: string): Promise<PeopleView>
    Leave(child: string, form: LeaveForm): Promise<PeopleView>
  }
  Notes: Door<NotesView, string> & {
    SaveNote(child: string, form: NoteForm): Promise<NotesView>
    SavePromise(child: string, form: PromiseForm): Promise<NotesView>
    Kept(child: string, promise: string, kept: string): Promise<NotesView>
    SaveRemoval(child: string, form: RemovalForm): Promise<NotesView>
    WriteDown(child: string, keys: string[], reason: string): Promise<NotesView>
    Withdraw(child: string, noun: string, id: string): Promise<NotesView>
  }
  History: Door<HistoryView, HistoryQuery> & {
    Strike(query: HistoryQuery, because: string): Promise<HistoryView>
    Original(query: HistoryQuery, hash: string): Promise<Original>
    Preview(query: HistoryQuery, texts: string[]): Promise<RedactView>
    Remove(query: HistoryQuery, form: RedactForm): Promise<HistoryView>
  }
  Changes: Door<ChangesView, ChangesQuery>
  Erasure: Door<ErasureView, ErasureQuery> & {
    Remove(query: ErasureQuery, form: ErasureForm): Promise<ErasureView>
  }
  Copies: Door<CopiesView, string> & {
    Make(child: string): Promise<CopiesView>
    Preview(name: string, secret: string): Promise<CopyPreview>
    Restore(child: string, name: string, secret: string): Promise<CopiesView>
    Unrestore(child: string, secret: string): Promise<CopiesView>
    Drill(child: string): Promise<CopiesView>
    Older(child: string): Promise<CopiesView>
    Second(child: string): Promise<CopiesView>
    ToSecond(child: string): Promise<CopiesView>
    Forget(child: string): Promise<CopiesView>
    Portable(child: string, form: PortableForm): Promise<CopiesView>
    Lying(): Promise<LyingView>
    ChooseFile(): Promise<LyingView>
    ChooseLying(name: string): Promise<LyingView>
    OpenChosen(typed: string): Promise<LyingView>
  }
  Year: Door<FillView, FillQuery> & {
    AddUsual(query: FillQuery, ticked: UsualTick[]): Promise<FillView>
    AddText(query: FillQuery, picks: PastedPick[]): Promise<FillView>
    Guess(query: FillQuery, plans: string[]): Promise<FillView>
    Real(query: FillQuery): Promise<FillView>
  }
}

type Bound = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>

declare global {
  interface Window {
    go?: { app?: Bound }
  }
}

/**
 * Calls go.Today.View("c1") as window.go.app.Today.View("c1"). Whatever it throws becomes a Refusal or a
 * Failure.
 */
export const go = new Proxy({} as Api, {
  get: (_api, struct) =>
    new Proxy(
      {},
      {
        get:
          (_methods, method) =>
          (...args: unknown[]) =>
            call(String(struct), String(method), args),
      },
    ),
})

async function call(struct: string, method: string, args: unknown[]): Promise<unknown> {
  try {
    const known = first.take(struct, method, args)
    if (known !== undefined) return known
    const bound = window.go?.app?.[struct]?.[method]
    if (!bound) throw new Error(`${struct}.${method} is not there`)
    return await bound(...args)
  } catch (thrown) {
    throw troubleOf(thrown)
  }
}
