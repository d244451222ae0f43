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
