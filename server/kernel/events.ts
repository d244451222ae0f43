import type { Context } from './context'
import { log } from './log'

/** What has happened, by name, with what the listeners are told. Modules add theirs by declaration merging. */
export interface Events {
  'kernel.started': { at: Date }
}

type Listener<N extends keyof Events> = (ctx: Context, payload: Events[N]) => Promise<void>
const listeners = new Map<string, Listener<never>[]>()

/** Runs the listener after each committed act that emits the event. */
export function listen<N extends keyof Events>(name: N, listener: Listener<N>): void {
  listeners.set(name, [...(listeners.get(name) ?? []), listener as Listener<never>])
}

/** Tells the listeners. What one of them fails at is logged; the act has been committed and stands. */
export async function publish(ctx: Context, name: string, payload: unknown): Promise<void> {
  for (const listener of listeners.get(name) ?? []) {
    try {
      await listener(ctx, payload as never)
    } catch (error) {
      log.error({ event: name, error: (error as Error).message }, 'a listener failed')
    }
  }
}

const hearers = new Map<string, Listener<never>[]>()

/** Runs within the act itself, before it commits: what must change together, changes together. Whatever is thrown undoes the act. */
export function hear<N extends keyof Events>(name: N, hearer: Listener<N>): void {
  hearers.set(name, [...(hearers.get(name) ?? []), hearer as Listener<never>])
}

/** Lets the hearers take part in the act. */
export async function announce<N extends keyof Events>(ctx: Context, name: N, payload: Events[N]): Promise<void> {
  for (const hearer of hearers.get(name) ?? []) await hearer(ctx, payload as never)
}
