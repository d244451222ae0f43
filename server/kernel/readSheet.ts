import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import type { Context } from './context'
import { Forbidden, Invalid } from './errors'
import { log } from './log'
import { lookIntoZip } from './plainZip'
import { type SealedFile, sealContent } from './sealedFiles'
import { cut, say, type Text } from './text'
import { CSV, XLSX } from './writeSheet'

/** What a sheet that is sent may be; beyond it nothing is read. */
export const SHEET_LIMITS = { bytes: 8 * 1024 * 1024, entries: 300, entryBytes: 48 * 1024 * 1024, totalBytes: 96 * 1024 * 1024, ratio: 300, rows: 20_001, columns: 60, cell: 500, depth: 60, memoryMb: 256, ms: 60_000 } as const

/** A row as it stands in the sheet. */
export interface SheetRow {
  number: number
  cells: string[]
}

/** After how many hours a sheet that was sent is gone. */
const KEPT_HOURS = 24 * 30
const TOO_LARGE = say('表格过大：最多 20000 行、60 列，请分成几份上传。', 'The sheet is too large: at most 20,000 rows and 60 columns; send it in parts.')
const HARMFUL = say('表格含有宏、外部链接或异常内容，不能读取；请另存为不含宏的 .xlsx 后重试。', 'The workbook holds macros, outside links or something odd; save it as a plain .xlsx and try again.')
const DAMAGED = say('无法读取这个文件，请上传 .xlsx 或 .csv 表格。', 'The file cannot be read; send a sheet as .xlsx or .csv.')
const refuse = (text: Text): Invalid => new Invalid({ file: text })

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))

/** Keeps a sheet that somebody sent, after a look at what it is: nothing is unpacked yet. */
export async function keepSheet(ctx: Context, bytes: Buffer, name: string): Promise<SealedFile> {
  if (!ctx.actor.may('sheet.import')) throw new Forbidden('sheet.import')
  if (bytes.length === 0) throw refuse(DAMAGED)
  if (isZip(bytes)) await mustBePlainWorkbook(bytes)
  else decode(bytes)
  const said = cut(name.replace(/[\\/\p{Cc}]/gu, ' ').trim(), 180) || 'sheet'
  const file = await sealContent(ctx, { name: said, mediaType: isZip(bytes) ? XLSX : CSV, may: 'sheet.import', hours: KEPT_HOURS }, [bytes])
  await ctx.transact('uploadSheet', inner => inner.store.save(file))
  return file
}

/** A workbook without macros, links and bombs, as far as the list of its entries tells. */
export async function mustBePlainWorkbook(bytes: Buffer): Promise<void> {
  const verdict = await lookIntoZip(bytes, SHEET_LIMITS, ['[Content_Types].xml', 'xl/workbook.xml'])
  if (verdict) throw refuse({ damaged: DAMAGED, harmful: HARMFUL, tooLarge: TOO_LARGE }[verdict])
}

/** The first sheet's rows, as text. A workbook is read in a thread of its own, whose memory and time are limited. */
export async function readSheet(bytes: Buffer): Promise<SheetRow[]> {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes)
  return rows.filter(row => row.cells.some(cell => cell.trim() !== ''))
}

async function readWorkbook(bytes: Buffer): Promise<SheetRow[]> {
  await mustBePlainWorkbook(bytes)
  const { memoryMb, ms, ...limits } = SHEET_LIMITS
  const worker = new Worker(path.join(__dirname, 'sheetWorker.cjs'), { workerData: { job: 'read', bytes, limits }, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const rows: SheetRow[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<SheetRow[]>((resolve, reject) => {
      const damaged = (cause: string): void => reject(Object.assign(refuse(DAMAGED), { cause }))
      timer = setTimeout(() => reject(refuse(TOO_LARGE)), ms)
      worker.on('message', (message: { rows?: SheetRow[]; end?: boolean; tooLarge?: boolean; harmful?: boolean; failed?: string }) => {
        if (message.rows) rows.push(...message.rows)
        if (message.end) resolve(rows)
        if (message.tooLarge) reject(refuse(TOO_LARGE))
        if (message.harmful) reject(refuse(HARMFUL))
        if (message.failed) damaged(message.failed)
      })
      // A thread that needs more memory than it may have ends with an error; the product does not.
      worker.on('error', (error: Error & { code?: string }) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? reject(refuse(TOO_LARGE)) : damaged(error.code ?? error.name)))
      worker.on('exit', () => damaged('the reader ended without an answer'))
    })
  } catch (error) {
    // Whether the sender's file or the reader is to blame, only this tells.
    if ((error as Error).cause) log.warn({ cause: (error as Error).cause }, 'a workbook could not be read')
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** The text of a csv, in UTF-8 or, as Excel in China writes it, in GB 18030. */
function decode(bytes: Buffer): string {
  if (bytes.includes(0)) throw refuse(DAMAGED)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this one.
    }
  }
  throw refuse(DAMAGED)
}

function readCsv(bytes: Buffer): SheetRow[] {
  let read: string[][]
  try {
    read = parse(decode(bytes), { relax_column_count: true, skip_empty_lines: false, bom: true, to: SHEET_LIMITS.rows + 1, max_record_size: 200_000 }) as string[][]
  } catch (error) {
    throw error instanceof Invalid ? error : refuse(DAMAGED)
  }
  if (read.length > SHEET_LIMITS.rows || read.some(cells => cells.length > SHEET_LIMITS.columns)) throw refuse(TOO_LARGE)
  return read.map((cells, index) => ({ number: index + 1, cells: cells.map(cell => cut(cell.replace(/^'(?=[=+\-@])/, ''), SHEET_LIMITS.cell)) }))
}
