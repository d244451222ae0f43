/** A table of a Word document, its cells over several columns or rows, its lines and its shades. */
const { bordersOf, hex } = require('./styles.cjs')
const { attribute, child, children, isOn, number, points, valueOf } = require('./xml.cjs')

/** The rows and cells below a node, also where Word wrapped them. */
const within = (node, name) => Array.from(node.childNodes).filter(one => one.nodeType === 1).flatMap(one => (one.localName === name ? [one] : ['sdt', 'sdtContent', 'ins', 'customXml'].includes(one.localName) ? within(one, name) : []))

/** A table as pdfmake takes it; `width` is the room for it, in points. */
function readTable(reader, node, width) {
  const properties = child(node, 'tblPr')
  const widths = columnsOf(node, width)
  const lines = reader.styles.tableBorders(properties)
  const rows = within(node, 'tr').map(row => ({ row, cells: cellsOf(row, widths.length) }))
  const body = rows.map(({ cells }, y) => cells.map((cell, x) => (cell ? drawCell(reader, cell, { x, y, rows, widths, lines }) : {})))
  const total = widths.reduce((sum, one) => sum + one, 0)
  const aligned = valueOf(properties, 'jc')
  const indent = aligned === 'center' ? (width - total) / 2 : aligned === 'right' || aligned === 'end' ? width - total : (points(attribute(child(properties, 'tblInd'), 'w')) ?? 0)
  const heads = rows.findIndex(({ row }) => !isOn(child(row, 'trPr'), 'tblHeader'))
  return { table: { widths, body, heights: rows.map(({ row }) => points(attribute(child(child(row, 'trPr'), 'trHeight'), 'val')) ?? 'auto'), headerRows: Math.max(0, heads), dontBreakRows: true }, layout: 'word', margin: [Math.max(0, indent), 0, 0, 0] }
}

/** The columns' widths without their paddings, made narrower where they were wider than the page. */
function columnsOf(node, width) {
  const said = children(child(node, 'tblGrid'), 'gridCol').map(one => points(attribute(one, 'w')) || 20)
  const count = Math.max(said.length, ...within(node, 'tr').map(row => within(row, 'tc').reduce((sum, cell) => sum + spanOf(cell), 0)), 1)
  const all = Array.from({ length: count }, (_, n) => said[n] ?? width / count)
  const scale = Math.min(1, width / all.reduce((sum, one) => sum + one, 0))
  return all.map(one => Math.max(6, one * scale - PADDING * 2))
}

const PADDING = 5.4
const spanOf = cell => number(valueOf(child(cell, 'tcPr'), 'gridSpan')) ?? 1

/** A row's cells by their columns: null where the one before reaches. */
function cellsOf(row, count) {
  const places = Array(count).fill(null)
  let x = number(valueOf(child(row, 'trPr'), 'gridBefore')) ?? 0
  for (const cell of within(row, 'tc')) {
    if (x < count) places[x] = cell
    x += spanOf(cell)
  }
  return places
}

/** Whether a cell goes on from the one above it. */
function goesOn(cell) {
  const merge = cell && child(child(cell, 'tcPr'), 'vMerge')
  return Boolean(merge) && attribute(merge, 'val') !== 'restart'
}

function drawCell(reader, cell, { x, y, rows, widths, lines }) {
  const properties = child(cell, 'tcPr')
  const colSpan = Math.min(spanOf(cell), widths.length - x)
  if (goesOn(cell)) return {}
  let rowSpan = 1
  while (y + rowSpan < rows.length && goesOn(rows[y + rowSpan].cells[x])) rowSpan++
  const own = bordersOf(properties, 'tcBorders')
  const border = [own.left ?? (x === 0 ? lines.left : lines.insideV), own.top ?? (y === 0 ? lines.top : lines.insideH), own.right ?? (x + colSpan === widths.length ? lines.right : lines.insideV), own.bottom ?? (y + rowSpan === rows.length ? lines.bottom : lines.insideH)]
  const room = widths.slice(x, x + colSpan).reduce((sum, one) => sum + one, 0) + (colSpan - 1) * PADDING * 2
  const vertical = { center: 'middle', bottom: 'bottom' }[valueOf(properties, 'vAlign')]
  const fillColor = hex(attribute(child(properties, 'shd'), 'fill'))
  return { stack: reader.blocks(cell, room), border: border.map(Boolean), ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }), ...(vertical && { verticalAlignment: vertical }), ...(fillColor && { fillColor }) }
}

module.exports = { readTable, PADDING }
