/** The numbers that Word puts before paragraphs by itself. */
const { attribute, child, children, number, valueOf } = require('./xml.cjs')
const { paragraphOf } = require('./styles.cjs')

const DIGITS = '〇一二三四五六七八九'
const ROMAN = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

function chinese(n) {
  if (n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return tens === 0 ? DIGITS[ones] : `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`
}

const roman = n => ROMAN.reduce(([said, left], [value, sign]) => [said + sign.repeat(Math.floor(left / value)), left % value], ['', n])[0]
const letter = n => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
const circled = n => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n))

const FORMATS = {
  lowerLetter: letter, upperLetter: n => letter(n).toUpperCase(), lowerRoman: roman, upperRoman: n => roman(n).toUpperCase(),
  chineseCounting: chinese, chineseCountingThousand: chinese, japaneseCounting: chinese, ideographDigital: chinese, taiwaneseCountingThousand: chinese,
  decimalEnclosedCircle: circled, decimalEnclosedCircleChinese: circled,
}

class Numbering {
  constructor(part) {
    const levels = new Map(children(part, 'abstractNum').map(one => [attribute(one, 'abstractNumId'), children(one, 'lvl')]))
    this.lists = new Map(children(part, 'num').map(one => [attribute(one, 'numId'), { of: valueOf(one, 'abstractNumId'), levels: levels.get(valueOf(one, 'abstractNumId')) ?? [], overrides: children(one, 'lvlOverride') }]))
    this.counts = new Map()
  }

  levelOf(list, level) {
    return list.levels.find(one => attribute(one, 'ilvl') === String(level))
  }

  /** What the list's own level says of how a paragraph is indented. */
  paragraphOf(id, level) {
    const list = this.lists.get(id)
    return list ? paragraphOf(child(this.levelOf(list, level), 'pPr')) : {}
  }

  /** The next number of a list, as it stands before its paragraph. */
  next(id, level) {
    const list = this.lists.get(id)
    const here = list && this.levelOf(list, level)
    if (!here) return ''
    const counts = this.counts.get(list.of) ?? this.counts.set(list.of, []).get(list.of)
    const start = n => number(valueOf(list.overrides.find(one => attribute(one, 'ilvl') === String(n)), 'startOverride')) ?? number(valueOf(this.levelOf(list, n), 'start')) ?? 1
    counts[level] = counts[level] === undefined ? start(level) : counts[level] + 1
    counts.length = level + 1
    const said = n => {
      const format = valueOf(this.levelOf(list, n), 'numFmt')
      return (FORMATS[format] ?? String)(counts[n] ?? start(n))
    }
    if (valueOf(here, 'numFmt') === 'bullet') return '• '
    const text = (valueOf(here, 'lvlText') ?? '').replace(/%(\d)/g, (_, n) => said(Number(n) - 1))
    return valueOf(here, 'suff') === 'nothing' ? text : `${text} `
  }
}

module.exports = { Numbering }
