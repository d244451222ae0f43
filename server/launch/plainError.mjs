/** A failure that the person at the keyboard can act on: one clear sentence and the next step, no stack. */
export class PlainError extends Error {
  constructor(sentence, nextStep = '') {
    super(nextStep ? `${sentence}\n  → ${nextStep}` : sentence)
    this.name = 'PlainError'
  }
}

/** Ends a command: a plain failure prints its sentence, anything else its stack as well, and the exit code is 1. */
export function endWith(error) {
  const text = error instanceof PlainError ? error.message : (error?.stack ?? String(error))
  process.stderr.write(`\n✗ ${text}\n`)
  process.exit(1)
}
