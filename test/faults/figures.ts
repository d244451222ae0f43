import { appendFileSync } from 'node:fs'

/** Whether this is `npm run test:faults`: many rounds, and every figure into a table. */
export const isLong = process.env.FAULTS === 'long'

/** A number for the short run of npm test, and one for the long run. */
export const size = (short: number, long: number): number => (isLong ? long : short)

/** So many rounds of a fault. */
export const rounds = (short: number, long: number): number[] => Array.from({ length: size(short, long) }, (_, n) => n)

export const worst = (numbers: readonly number[]): number => Math.max(...numbers)

/** Notes what was measured; `npm run test:faults` prints it. */
export function figure(fault: string, what: Record<string, string | number>): void {
  const { FAULTS_FIGURES: file } = process.env
  if (file) appendFileSync(file, `${JSON.stringify({ fault, what })}\n`)
}

/** Milliseconds as seconds. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
