/**
 * The only place that knows exceljs, in a thread of its own whose memory is limited: it writes a workbook row by row, and
 * reads one row by row. What it is told and what it answers are plain messages.
 */
const { parentPort, workerData } = require('node:worker_threads')
const { Readable, Writable } = require('node:stream')
const ExcelJS = require('exceljs')
const { examineZip } = require('./examineZip.cjs')

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
    if (value.formula !== undefined || value.sharedFormula !== undefined) return value.result === undefined || typeof value.result === 'object' ? '' : String(value.result)
    return ''
  }
  return String(value)
}

/** Reads the first sheet, at most so many rows and columns, and sends them in batches. */
async function read({ bytes, limits }) {
  const verdict = await examineZip(bytes, limits)
  if (verdict) return parentPort.postMessage({ [verdict]: true })
  const book = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'emit' })
  for await (const sheet of book) {
    let batch = []
    let count = 0
    for await (const row of sheet) {
      if (++count > limits.rows || row.cellCount > limits.columns * 20) return parentPort.postMessage({ tooLarge: true })
      const cells = []
      for (let column = 1; column <= Math.min(row.cellCount, limits.columns); column++) cells.push(textOf(row.getCell(column)).slice(0, limits.cell).toWellFormed())
      batch.push({ number: row.number, cells })
      if (batch.length === 500) {
        parentPort.postMessage({ rows: batch })
        batch = []
      }
    }
    return parentPort.postMessage({ rows: batch, end: true })
  }
  parentPort.postMessage({ rows: [], end: true })
}

if (workerData.job === 'write') write(workerData)
else read(workerData).catch(error => parentPort.postMessage({ failed: String(error?.message ?? error) }))
