/** A failure that the person at the keyboard can act on: one clear sentence and the next step, no stack. */
export class PlainError extends Error {
  constructor(sentence, nextStep = '') {
    super(nextStep ? `${sentence}\n  → ${nextStep}` : sentence)
    this.name = 'PlainError'
  }
}

/** What the system refuses most often, and what helps. */
const REFUSALS = {
  ENOSPC: ['the disk is full', 'Make room and try again.'],
  EDQUOT: ['the quota of this user is used up', 'Make room and try again.'],
  EACCES: ['this user may not use it', 'Give this user the rights, or set LAOBING_DATA to a folder of its own.'],
  EPERM: ['this user may not use it', 'Give this user the rights, or set LAOBING_DATA to a folder of its own.'],
  ENOTDIR: ['a file stands where a folder should', 'Set LAOBING_DATA to a folder.'],
  EEXIST: ['a file stands where a folder should', 'Set LAOBING_DATA to a folder.'],
  EROFS: ['it cannot be written to', 'Set LAOBING_DATA to a folder that can.'],
}

/** Ends a command: a plain failure prints its sentence, anything else its stack as well, and the exit code is 1. */
export function endWith(error) {
  process.stderr.write(`\n✗ ${textOf(error)}\n`)
  process.exit(1)
}

function textOf(error) {
  if (error instanceof PlainError) return error.message
  const [why, nextStep] = REFUSALS[error?.syscall && error.code] ?? []
  return why ? new PlainError(`${error.path ?? 'A file'} cannot be used: ${why} (${error.syscall}, ${error.code}).`, nextStep).message : (error?.stack ?? String(error))
}
