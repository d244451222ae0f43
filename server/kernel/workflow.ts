import type { Actor } from './access'
import { Forbidden, WrongState } from './errors'

interface Step<S> {
  readonly from: readonly S[]
  /** Where it leads: several where the act decides, left out where the record stays as it is. */
  readonly to?: S | readonly S[]
  /** The permission that the step needs. */
  readonly allow: string
  /** Set where the step is not a button: it happens inside another act. */
  readonly silent?: boolean
}

const all: { name: string; workflow: Workflow<string, string> }[] = []

/** Every workflow by name, for `schema/states.md` and the boot check. */
export const workflows = (): readonly { name: string; workflow: Workflow<string, string> }[] => all

/** The moves that a record may make between its states, and who may make them. */
export class Workflow<S extends string, A extends string> {
  /** Of each state the moves that are buttons, in their order, with what they need. */
  private readonly buttons: ReadonlyMap<S, readonly (readonly [action: A, allow: string])[]>

  constructor(
    name: string,
    readonly initial: S,
    readonly states: readonly S[],
    readonly steps: Readonly<Record<A, Step<S>>>,
  ) {
    this.buttons = new Map(states.map(state => [state, this.actions().flatMap(action => (steps[action].silent || !steps[action].from.includes(state) ? [] : [[action, steps[action].allow] as const]))]))
    all.push({ name, workflow: this as unknown as Workflow<string, string> })
  }

  /** The moves open to this actor now; consoles draw their buttons from it. */
  open(subject: { state: S }, actor: Actor): A[] {
    const open: A[] = []
    for (const [action, allow] of this.buttons.get(subject.state)!) if (actor.may(allow)) open.push(action)
    return open
  }

  /** Refuses what is not open in the subject's state or not allowed to the actor. */
  mustBeOpen(subject: { state: S }, action: A, actor: Actor): void {
    const { from, allow } = this.steps[action]
    if (!actor.may(allow)) throw new Forbidden(allow)
    if (!from.includes(subject.state)) throw new WrongState(subject.state, this.open(subject, actor))
  }

  /** Moves the subject; the act still has to save it, naming the action in the remark. */
  move(subject: { state: S }, action: A, actor: Actor, to?: S): void {
    this.mustBeOpen(subject, action, actor)
    const targets = this.targets(action)
    if (to ? !targets.includes(to) : targets.length > 1) throw new Error(`${action} does not say where it leads.`)
    subject.state = to ?? targets[0] ?? subject.state
  }

  /** Where an action may lead; nowhere where the record stays as it is. */
  targets(action: A): readonly S[] {
    const { to } = this.steps[action]
    return to === undefined ? [] : typeof to === 'string' ? [to] : to
  }

  actions(): A[] {
    return Object.keys(this.steps) as A[]
  }

  /** States that no path leads to; none, or the server does not start. */
  unreachable(): S[] {
    const reached = new Set<S>([this.initial])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const action of this.actions()) if (this.steps[action].from.some(state => reached.has(state))) for (const state of this.targets(action)) reached.add(state)
    }
    return this.states.filter(state => !reached.has(state))
  }
}
