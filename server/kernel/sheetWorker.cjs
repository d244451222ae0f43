/**
 * The only place that knows exceljs, in a thread of its own whose memory is limited: it writes a workbook row by row, and
 * reads one row by row. What it is told and what it answers are plain messages.
 */
const { parentPort, workerData } = require('node:worker_threads')
const { Writable } = require('node:stream')
const path = require('node:path')
const ExcelJS = require('exceljs')
const yauzl = require('yauzl')
const { examineZip, isLookedAt } = require('./examineZip.cjs')

const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } }

/** Writes what the messages bring; `taken` tells how many batches are done with. */
function write({ name, cover, heads }) {
  const sink = new Writable({ write: (chunk, _, done) => (parentPort.postMessage({ bytes: chunk }), done()) })
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false })
  const top = cover ? 2 : 1
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: top }] })
  sheet.columns = heads.map(head => ({ width: head.width, style: { numFmt: '@' } }))
  if (cover) {
    const row = sheet.addRow([cover])
    row.getCell(1).font = { color: { argb: 'FF5B6670' } }
    row.commit()
  }
  const head = sheet.addRow(heads.map(one => one.title))
  head.font = { bold: true }
  head.eachCell(cell => (cell.fill = HEAD_FILL))
  head.commit()
  sheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top, column: heads.length } }
  let taken = 0
  parentPort.on('message', async ({ rows, end }) => {
    if (end) {
      sheet.commit()
      await book.commit()
      parentPort.close()
      return
    }
    for (const cells of rows) {
      const row = sheet.addRow(cells.map(cell => (cell === null ? undefined : cell)))
      cells.forEach((cell, index) => typeof cell === 'number' && (row.getCell(index + 1).numFmt = Number.isInteger(cell) ? '0' : '0.0'))
      row.commit()
    }
    parentPort.postMessage({ taken: ++taken })
  })
}

/** A cell as the text that somebody sees in it; a number as its digits, so that a damaged one is seen to be damaged. */
function textOf(cell) {
  const { value } = cell
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toLocaleString('en', { useGrouping: false }) : String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object') {
    if (Array.isArray(value.richText)) return value.richText.map(part => part.text).join('')
    if (value.text !== undefined) return String(value.text?.richText ? value.text.richText.map(part => part.text).join('') : value.text)
    if (value.sharedString !== undefined) throw new Error('The workbook has no part for its texts')
    if (value.formula !== undefined || value.sharedFormula !== undefined) return value.result === undefined || typeof value.result === 'object' ? '' : String(value.result)
    return ''
  }
  return String(value)
}

/**
 * The rows of the first sheet that is to be seen. exceljs takes a zip's parts as they stream by: the last of them are lost now and
 * then (its issue 3064: a sound workbook fails, or is read without its texts), and a character that two chunks share is torn. So the
 * parts are found here by the zip's own list, in the order in which they need each other, as text; what they mean is left to exceljs.
 */
async function rowsOf(bytes) {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false })
  const parts = new Map()
  for await (const entry of zip.eachEntry()) if (isLookedAt(entry.fileName)) parts.set(entry.fileName, entry)
  const open = async name => {
    if (!parts.has(name)) throw new Error(`The workbook has no part ${name}`)
    return (await zip.openReadStreamPromise(parts.get(name))).setEncoding('utf8')
  }
  const book = new ExcelJS.stream.xlsx.WorkbookReader(null, { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache' })
  await book._parseRels(await open('xl/_rels/workbook.xml.rels'))
  await book._parseWorkbook(await open('xl/workbook.xml'))
  const partOf = relation => path.posix.resolve('/xl', relation.Target).slice(1)
  const relationTo = kind => book.workbookRels.find(relation => relation.Type.endsWith(`/${kind}`))
  const texts = relationTo('sharedStrings')
  if (texts) await book._parseSharedStrings(await open(partOf(texts))).next()
  const styles = relationTo('styles')
  if (styles) await book._parseStyles(await open(partOf(styles)))
  const sheet = book.model.sheets.find(one => (one.state ?? 'visible') === 'visible')
  return book._parseWorksheet(await open(partOf(book.workbookRels.find(relation => relation.Id === sheet.rId))), sheet.id).next().value.value
}

/** Reads the first sheet, at most so many rows and columns, and sends them in batches. */
async function read({ bytes, limits }) {
  const verdict = await examineZip(bytes, limits)
  if (verdict) return parentPort.postMessage({ [verdict]: true })
  let batch = []
  let count = 0
  for await (const row of await rowsOf(bytes)) {
    if (++count > limits.rows || row.cellCount > limits.columns * 20) return parentPort.postMessage({ tooLarge: true })
    const cells = []
    for (let column = 1; column <= Math.min(row.cellCount, limits.columns); column++) cells.push(textOf(row.getCell(column)).slice(0, limits.cell).toWellFormed())
    batch.push({ number: row.number, cells })
    if (batch.length === 500) {
      parentPort.postMessage({ rows: batch })
      batch = []
    }
  }
  parentPort.postMessage({ rows: batch, end: true })
}

/** Where in the code something failed: its words may hold what people wrote, and are not told. */
function whereOf(error) {
  const [, where] = /^\s+at (.+)$/m.exec(String(error?.stack)) ?? []
  return `${error?.name ?? 'Error'} at ${where ?? 'an unknown place'}`
}

if (workerData.job === 'write') write(workerData)
else read(workerData).catch(error => parentPort.postMessage({ failed: whereOf(error) }))
