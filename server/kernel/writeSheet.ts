import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { stringify } from 'csv-stringify'
import type { Cell } from './sheets'

/** A sheet to be written: its head, its cover, and its rows as they come. */
export interface SheetContent {
  name: string
  /** Who made it, when, of what: above the head. */
  cover: string | null
  heads: readonly { title: string; width: number }[]
  rows: AsyncIterable<readonly Cell[][]>
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv; charset=utf-8'

/** How many batches of rows the worker may have before it, so that memory stays bounded. */
const AHEAD = 3
const MEMORY_MB = 256
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const clean = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(CONTROLS, '').replace(/^\n+/, '').slice(0, 32_000) : cell)

/** As csv: with its mark of UTF-8, and formulas disarmed; a line's end within a cell ends no row. */
export function writeCsv({ heads, rows }: SheetContent): AsyncIterable<Buffer> {
  const lines = async function* () {
    yield heads.map(head => clean(head.title))
    for await (const batch of rows) for (const row of batch) yield row.map(clean)
  }
  return Readable.from(lines(), { objectMode: true }).compose(stringify({ bom: true, escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: '\r\n' })) as unknown as AsyncIterable<Buffer>
}

/** As xlsx, made in a thread of its own: text cells are text to the last digit, the head stays in sight. */
export async function* writeXlsx({ name, cover, heads, rows }: SheetContent): AsyncGenerator<Buffer> {
  const worker = new Worker(path.join(__dirname, 'sheetWorker.cjs'), { workerData: { job: 'write', name, cover, heads: heads.map(head => ({ ...head, title: clean(head.title) })) }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  const out = new PassThrough()
  let taken = 0
  let over = false
  let free: (() => void) | undefined
  worker.on('message', (message: { bytes?: Uint8Array; taken?: number }) => {
    if (message.bytes) out.write(Buffer.from(message.bytes))
    taken = message.taken ?? taken
    free?.()
  })
  worker.on('error', error => out.destroy(error))
  worker.on('exit', code => {
    over = true
    free?.()
    if (code === 0) out.end()
    else out.destroy(new Error(`The sheet could not be written (${code}).`))
  })
  const feed = async (): Promise<void> => {
    let sent = 0
    for await (const batch of rows) {
      while (!over && sent - taken >= AHEAD) await new Promise<void>(resolve => (free = resolve))
      if (over) return
      worker.postMessage({ rows: batch.map(row => row.map(clean)) })
      sent++
    }
    worker.postMessage({ end: true })
  }
  feed().catch((error: Error) => out.destroy(error))
  try {
    yield* out as AsyncIterable<Buffer>
  } finally {
    await worker.terminate()
  }
}
