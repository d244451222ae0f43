/**
 * The only place that knows exceljs, in a thread of its own whose memory is limited: it writes a workbook row by row, and
 * reads one row by row. What it is told and what it answers are plain messages.
 */
const { parentPort, workerData } = require('node:worker_threads')
const { Readable, Writable } = require('node:stream')
const ExcelJS = require('exceljs')
const yauzl = require('yauzl')

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

/** Looks at every part as it unpacks: declared documents, outside relations, depth beyond reason, size beyond what was said. */
function examine(bytes, limits) {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error)
      let total = 0
      zip.on('error', reject)
      zip.on('end', () => resolve(null))
      zip.on('entry', entry => {
        if (!/\.(xml|rels|vml)$/i.test(entry.fileName)) return zip.readEntry()
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          let depth = 0
          let tail = ''
          let verdict = null
          stream.on('data', chunk => {
            total += chunk.length
            if (total > limits.totalBytes) verdict = 'tooLarge'
            const text = tail + chunk.toString('latin1')
            if (/<!DOCTYPE|<!ENTITY|macroEnabled|TargetMode\s*=\s*["']External["'](?![^>]*hyperlink)/i.test(text) && !onlyHyperlinks(text)) verdict = 'harmful'
            for (const tag of text.slice(0, text.lastIndexOf('>') + 1).matchAll(/<(\/?)[^!?][^<>]*?(\/?)>/g)) if ((depth += tag[1] ? -1 : tag[2] ? 0 : 1) > limits.depth) verdict = 'harmful'
            tail = text.slice(text.lastIndexOf('>') + 1).slice(-4096)
            if (verdict) {
              stream.destroy()
              resolve(verdict)
            }
          })
          stream.on('end', () => zip.readEntry())
          stream.on('error', reject)
        })
      })
      zip.readEntry()
    })
  })
}

/** Addresses that somebody wrote into cells are no harm: they are not followed. */
function onlyHyperlinks(text) {
  if (/<!DOCTYPE|<!ENTITY|macroEnabled/i.test(text)) return false
  return [...text.matchAll(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi)].every(([tag]) => /relationships\/hyperlink["']/i.test(tag))
}

/** Reads the first sheet, at most so many rows and columns, and sends them in batches. */
async function read({ bytes, limits }) {
  const verdict = await examine(bytes, limits)
  if (verdict) return parentPort.postMessage({ [verdict]: true })
  const book = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'emit' })
  for await (const sheet of book) {
    let batch = []
    let count = 0
    for await (const row of sheet) {
      if (++count > limits.rows || row.cellCount > limits.columns * 20) return parentPort.postMessage({ tooLarge: true })
      const cells = []
      for (let column = 1; column <= Math.min(row.cellCount, limits.columns); column++) cells.push(textOf(row.getCell(column)).slice(0, limits.cell))
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
