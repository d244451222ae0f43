import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'

/** One side of a round. */
export interface Side {
  perSecond: number
  p50: number
  p99: number
  cpuMs: number
  /** The database's own, NaN where it runs elsewhere. */
  databaseMs: number
  statements: number
}

export interface Measured {
  name: string
  title: string
  bar: number | null
  product: Side
  limit: Side
  /** The median over the rounds of the product's requests per second to the limit server's. */
  ratio: number
}

/** A figure that is no ratio: it must not be above its bar. */
export interface Figure {
  name: string
  value: number
  unit: string
  bar: number
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

export const middle = (sides: readonly Side[]): Side => {
  const of = (key: keyof Side): number => median(sides.map(side => side[key]))
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs'), databaseMs: of('databaseMs'), statements: of('statements') }
}

const verdict = (good: boolean): string => (good ? 'pass' : '**miss**')
const digits = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

/** The table of the README. */
export function tableOf(all: readonly Measured[], figures: readonly Figure[]): string {
  const rows = all.map(({ title, product, limit, ratio, bar }) => [
    title, digits(product.perSecond), digits(limit.perSecond), `**${ratio.toFixed(2)}**`, bar === null ? '–' : `≥ ${bar}`, bar === null ? '' : verdict(ratio >= bar),
    `${digits(product.p50)} / ${digits(product.p99)}`, `${digits(limit.p50)} / ${digits(limit.p99)}`, `${digits(product.cpuMs)} : ${digits(limit.cpuMs)}`, `${digits(product.databaseMs)} : ${digits(limit.databaseMs)}`, `${digits(product.statements)} : ${digits(limit.statements)}`,
  ])
  const head = ['question', 'product /s', 'limit /s', 'ratio', 'bar', '', 'p50 / p99 ms', 'of the limit', 'CPU ms', 'the database’s', 'statements']
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  const others = figures.map(({ name, value, unit, bar }) => `- ${name}: ${digits(value)} ${unit} (bar ≤ ${bar} ${unit}: ${verdict(value <= bar)})`)
  return [...(all.length > 0 ? lines : []), '', ...others].join('\n')
}

/** The kind of machine, without its name. */
export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.versions.node}`

export function keep(folder: string, all: readonly Measured[], figures: readonly Figure[], extra: object): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}.json`)
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine: machine(), ...extra, questions: all, figures }, null, 2)}\n`)
  return file
}
