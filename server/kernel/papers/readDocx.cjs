/**
 * A Word document as a paper to be drawn: its paragraphs with their letters, indents, distances and numbers, its tables, its page,
 * header and footer. What is not carried over is told: pictures, text boxes, formulas, footnotes, columns, tab stops, the fonts themselves.
 */
const { heightOf } = require('./legible.cjs')
const { Numbering } = require('./numbering.cjs')
const { PAGE, PAGES } = require('./pageNumbers.cjs')
const { readTable } = require('./readTable.cjs')
const { Styles } = require('./styles.cjs')
const { attribute, child, children, elements, number, partOf, points } = require('./xml.cjs')

/** The height of a line of Chinese in Word, in letters. */
const LINE = 1.3
const A4 = [595.3, 841.9]
const LOST = { drawing: 'PICTURE', pict: 'PICTURE', object: 'PICTURE', oMath: 'FORMULA', oMathPara: 'FORMULA', footnoteReference: 'FOOTNOTE', endnoteReference: 'FOOTNOTE' }

class Reader {
  constructor(zip) {
    this.zip = zip
    this.styles = new Styles(partOf(zip, 'word/styles.xml'))
    this.numbering = new Numbering(partOf(zip, 'word/numbering.xml'))
    this.lost = new Set()
    this.pitch = 0
  }

  read() {
    const body = child(partOf(this.zip, 'word/document.xml'), 'body')
    const section = child(body, 'sectPr')
    const page = this.page(section)
    const content = this.blocks(body, page.width)
    return { paper: { pageSize: page.size, pageMargins: page.margins, content, ...this.running(section, 'header', page), ...this.running(section, 'footer', page) }, lost: [...this.lost] }
  }

  page(section) {
    const [size, margins, grid] = [child(section, 'pgSz'), child(section, 'pgMar'), child(section, 'docGrid')]
    const [width, height] = [points(attribute(size, 'w')) ?? A4[0], points(attribute(size, 'h')) ?? A4[1]]
    const side = (name, usual) => Math.abs(points(attribute(margins, name)) ?? usual)
    const [left, top, right, bottom] = [side('left', 90), side('top', 72), side('right', 90), side('bottom', 72)]
    if (['lines', 'linesAndChars'].includes(attribute(grid, 'type'))) this.pitch = points(attribute(grid, 'linePitch')) ?? 0
    if ((number(attribute(child(section, 'cols'), 'num')) ?? 1) > 1) this.lost.add('COLUMNS')
    return { size: { width, height }, margins: [left, top, right, bottom], width: width - left - right, header: side('header', 42), footer: side('footer', 42) }
  }

  /** What stands above or below every page. */
  running(section, kind, { margins, width, header, footer }) {
    const reference = children(section, `${kind}Reference`).find(one => attribute(one, 'type') === 'default')
    const relation = reference && children(partOf(this.zip, 'word/_rels/document.xml.rels'), 'Relationship').find(one => attribute(one, 'Id') === attribute(reference, 'id'))
    const part = relation && partOf(this.zip, `word/${attribute(relation, 'Target').replace(/^\/?(word\/)?/, '')}`)
    if (!part) return {}
    return { [kind]: { margin: [margins[0], kind === 'header' ? header : Math.max(0, margins[3] - footer - 12), margins[2], 0], stack: this.blocks(part, width) } }
  }

  /** Paragraphs and tables, one below the other. */
  blocks(parent, width) {
    return together(elements(parent).flatMap(node => {
      if (node.localName === 'p') return this.paragraph(node)
      if (node.localName === 'tbl') return [readTable(this, node, width)]
      return ['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(node.localName) ? this.blocks(node, width) : []
    }))
  }

  paragraph(node) {
    const properties = child(node, 'pPr')
    const plain = this.styles.paragraphWith(properties)
    const listed = plain.list !== undefined && plain.list !== '0'
    const look = listed ? this.styles.paragraphWith(properties, this.numbering.paragraphOf(plain.list, plain.level ?? 0)) : plain
    const usual = this.styles.lettersWith(properties, child(properties, 'rPr'))
    const runs = this.runs(node, properties, look)
    if (listed) runs.unshift(this.letters(this.numbering.next(plain.list, plain.level ?? 0), usual, look))
    if (runs.every(run => !run.text || run.text === '\f')) runs.unshift(this.letters(' ', usual, look))
    return this.pieces(runs).map((text, n) => ({ text, ...this.place(look, usual), ...((n > 0 || look.breakBefore) && { pageBreak: 'before' }), ...(look.keepNext && { keepNext: true }) }))
  }

  /** Where a paragraph stands. A line's room is around its letters, as in Word, and not all below them. */
  place(look, { size, face = 'Hei' }) {
    const chars = (hundredths, otherwise) => (hundredths ? (hundredths / 100) * size : (otherwise ?? 0))
    const first = chars(look.firstChars, look.first ?? -(look.hanging ?? 0))
    const down = (this.lineOf(look, size) - heightOf(face) * size) / 2
    return { alignment: look.alignment ?? 'left', margin: [chars(look.leftChars, look.left), (look.before ?? 0) + down, chars(look.rightChars, look.right), (look.after ?? 0) - down], ...(first !== 0 && { leadingIndent: first }) }
  }

  /** A paragraph's runs as far as a page goes. */
  pieces(runs) {
    const pieces = [[]]
    for (const run of runs) {
      if (run.text === '\f') pieces.push([])
      else pieces.at(-1).push(run)
    }
    return pieces.filter((piece, n) => piece.length > 0 || n === 0)
  }

  /** The runs of a paragraph, fields and changes that somebody proposed as Word would print them. */
  runs(node, properties, look, field = { depth: 0 }) {
    return elements(node).flatMap(part => {
      const { localName: name } = part
      if (name === 'r') return this.run(part, properties, look, field)
      if (name === 'fldSimple' && fieldOf(attribute(part, 'instr'))) return [this.letters(fieldOf(attribute(part, 'instr')), this.styles.lettersWith(properties, child(child(part, 'r'), 'rPr')), look)]
      if (LOST[name]) this.lost.add(LOST[name])
      return ['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'fldSimple', 'customXml'].includes(name) ? this.runs(part, properties, look, field) : []
    })
  }

  run(node, properties, look, field) {
    const letters = this.styles.lettersWith(properties, child(node, 'rPr'))
    if (letters.hidden) return []
    return elements(node).flatMap(part => {
      const text = this.textOf(part, field)
      return text ? [this.letters(text, letters, look)] : []
    })
  }

  textOf(part, field) {
    const { localName: name } = part
    if (name === 'fldChar') return follow(field, attribute(part, 'fldCharType'))
    if (name === 'instrText') return void (field.said = (field.said ?? '') + part.textContent)
    if (field.skips) return ''
    if (name === 't' || name === 'noBreakHyphen') return name === 't' ? part.textContent : '-'
    if (name === 'br' || name === 'cr') return attribute(part, 'type') === 'page' ? '\f' : '\n'
    if (name === 'tab') {
      this.lost.add('TABS')
      return '\u3000\u3000'
    }
    if (name === 'AlternateContent') this.lost.add(part.textContent.trim() ? 'TEXT_BOX' : 'PICTURE')
    else if (LOST[name]) this.lost.add(part.getElementsByTagName('w:txbxContent').length > 0 ? 'TEXT_BOX' : LOST[name])
    return ''
  }

  letters(text, { bold, size, color, underline, strike, sup, sub, face = 'Hei' }, look) {
    return {
      text, font: face, fontSize: size, lineHeight: this.lineOf(look, size) / (heightOf(face) * size),
      ...(bold && { bold }), ...(color && color !== '#000000' && { color }), ...(underline && { decoration: 'underline' }), ...(strike && { decoration: 'lineThrough' }), ...(sup && { sup }), ...(sub && { sub }),
    }
  }

  /** How high a line is, in points. */
  lineOf({ line = 240, rule = 'auto', grid }, size) {
    if (rule === 'exact') return line / 20
    const natural = this.pitch > 0 && grid !== false ? this.pitch * Math.ceil((LINE * size) / this.pitch - 0.001) : LINE * size
    return rule === 'atLeast' ? Math.max(line / 20, natural) : (line / 240) * natural
  }
}

/** At most so many paragraphs are kept on one page: more would be somebody's whole document. */
const TOGETHER = 8

/** What is to stay with what follows it, as one piece. */
function together(blocks) {
  const pieces = []
  let kept = []
  for (const { keepNext, ...block } of blocks) {
    kept.push(block)
    if (keepNext && kept.length < TOGETHER && kept.every(one => !one.table)) continue
    if (kept.length > 1 && !block.table && kept.every(one => !one.pageBreak)) pieces.push({ stack: kept, unbreakable: true })
    else pieces.push(...kept)
    kept = []
  }
  return [...pieces, ...kept]
}

const fieldOf = instruction => ({ PAGE, NUMPAGES: PAGES })[(instruction ?? '').trim().split(/\s/)[0].toUpperCase()]

/** Follows a field over its runs: of a page's number what Word kept is skipped, of any other it is shown. */
function follow(field, mark) {
  if (mark === 'begin') Object.assign(field, { said: '', skips: true })
  if (mark === 'end') field.skips = false
  if (mark !== 'separate') return ''
  const known = fieldOf(field.said)
  field.skips = known !== undefined
  return known ?? ''
}

const readDocx = zip => new Reader(zip).read()

module.exports = { readDocx }
