import { type ReactNode, useDeferredValue } from 'react'

interface InStepsProps {
  /** Whether what it draws has what it needs. */
  when?: boolean
  /** What stands there until it is drawn. */
  before: ReactNode
  children: ReactNode
}

/** Draws what takes long for the first time in small steps, between which the machine listens to whoever touches it. */
export function InSteps({ when = true, before, children }: InStepsProps) {
  return useDeferredValue(when, false) ? children : before
}
