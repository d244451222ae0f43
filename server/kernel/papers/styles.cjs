/** How the letters and paragraphs of a Word document look: what its styles say, and what is said on the spot above that. */
const { attribute, child, children, isOn, merged, number, points, valueOf } = require('./xml.cjs')

/** Regular script and the imitation Song of official papers are drawn as regular script, everything else upright. */
const faceOf = name => (name === undefined ? undefined : /仿宋|楷|fangsong|kai/i.test(name) ? 'Kai' : 'Hei')
const hex = text => (/^[0-9a-f]{6}$/i.test(text ?? '') ? `#${text}` : undefined)
const ALIGNMENTS = { both: 'justify', distribute: 'justify', center: 'center', right: 'right', end: 'right', left: 'left', start: 'left' }

/** What a run's properties say. */
function lettersOf(properties) {
  const fonts = child(properties, 'rFonts')
  const raised = valueOf(properties, 'vertAlign')
  return {
    bold: isOn(properties, 'b'),
    size: number(valueOf(properties, 'sz')) === undefined ? undefined : number(valueOf(properties, 'sz')) / 2,
    color: hex(valueOf(properties, 'color')),
    underline: isOn(properties, 'u'),
    strike: isOn(properties, 'strike'),
    sup: raised === undefined ? undefined : raised === 'superscript',
    sub: raised === undefined ? undefined : raised === 'subscript',
    hidden: isOn(properties, 'vanish'),
    face: faceOf(attribute(fonts, 'eastAsia') ?? attribute(fonts, 'ascii')),
  }
}

/** What a paragraph's properties say; lengths in points, `…Chars` in hundredths of a letter. */
function paragraphOf(properties) {
  const indent = child(properties, 'ind')
  const spacing = child(properties, 'spacing')
  const numbering = child(properties, 'numPr')
  return {
    alignment: ALIGNMENTS[valueOf(properties, 'jc')],
    left: points(attribute(indent, 'left') ?? attribute(indent, 'start')),
    right: points(attribute(indent, 'right') ?? attribute(indent, 'end')),
    first: points(attribute(indent, 'firstLine')),
    hanging: points(attribute(indent, 'hanging')),
    leftChars: number(attribute(indent, 'leftChars')),
    rightChars: number(attribute(indent, 'rightChars')),
    firstChars: number(attribute(indent, 'firstLineChars')),
    before: points(attribute(spacing, 'before')),
    after: points(attribute(spacing, 'after')),
    line: number(attribute(spacing, 'line')),
    rule: spacing && attribute(spacing, 'line') ? (attribute(spacing, 'lineRule') ?? 'auto') : undefined,
    grid: isOn(properties, 'snapToGrid'),
    breakBefore: isOn(properties, 'pageBreakBefore'),
    keepNext: isOn(properties, 'keepNext'),
    list: numbering ? valueOf(numbering, 'numId') : undefined,
    level: numbering ? (number(valueOf(numbering, 'ilvl')) ?? 0) : undefined,
  }
}

/** Which sides of a table or a cell have a line. */
function bordersOf(properties, name) {
  const said = child(properties, name)
  const side = (...names) => {
    const found = names.map(one => child(said, one)).find(Boolean)
    return found && !['nil', 'none'].includes(attribute(found, 'val'))
  }
  return said ? { left: side('left', 'start'), top: side('top'), right: side('right', 'end'), bottom: side('bottom'), insideH: side('insideH'), insideV: side('insideV') } : {}
}

/** The styles of a document, by which a run, a paragraph or a table is seen as Word shows it. */
class Styles {
  constructor(part) {
    const defaults = child(part, 'docDefaults')
    this.letters = merged({ size: 10 }, lettersOf(child(child(defaults, 'rPrDefault'), 'rPr')))
    this.paragraph = paragraphOf(child(child(defaults, 'pPrDefault'), 'pPr'))
    this.known = new Map(children(part, 'style').map(style => [attribute(style, 'styleId'), style]))
    this.usual = children(part, 'style').find(style => attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1')
  }

  /** A style and those that it is based on, the lowest first. */
  chain(id, depth = 0) {
    const style = id === undefined ? undefined : this.known.get(id)
    return style && depth < 20 ? [...this.chain(valueOf(style, 'basedOn'), depth + 1), style] : []
  }

  chainOf(properties) {
    const chain = this.chain(valueOf(properties, 'pStyle'))
    return chain.length > 0 || !this.usual ? chain : this.chain(attribute(this.usual, 'styleId'))
  }

  paragraphWith(properties, ...between) {
    return merged(this.paragraph, ...this.chainOf(properties).map(style => paragraphOf(child(style, 'pPr'))), ...between, paragraphOf(properties))
  }

  /** How the letters of a run look in a paragraph. */
  lettersWith(paragraphProperties, runProperties) {
    const all = [...this.chainOf(paragraphProperties), ...this.chain(valueOf(runProperties, 'rStyle'))]
    return merged(this.letters, ...all.map(style => lettersOf(child(style, 'rPr'))), lettersOf(runProperties))
  }

  tableBorders(properties) {
    return merged(...this.chain(valueOf(properties, 'tblStyle')).map(style => bordersOf(child(style, 'tblPr'), 'tblBorders')), bordersOf(properties, 'tblBorders'))
  }
}

module.exports = { Styles, bordersOf, hex, paragraphOf }
