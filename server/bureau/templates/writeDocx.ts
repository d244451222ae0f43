import { seldom } from '../../kernel/seldom'

/** A paragraph, by what official papers need: fonts by their Chinese names, sizes in points, indents in letters. */
export interface Para {
  readonly text: string
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly font?: '仿宋' | '楷体' | '黑体' | '宋体'
  readonly size?: number
  readonly bold?: boolean
  readonly indent?: number
  /** The room above it, in points. */
  readonly before?: number
  /** Whether it stays on one page with what follows. */
  readonly keep?: boolean
}

/** A table: its columns' shares of the width, and its rows; the first row is its head where `head` says so. */
export interface Rows {
  readonly columns: readonly number[]
  readonly rows: readonly (readonly string[])[]
  readonly head?: boolean
}

export type Block = Para | Rows

/** A4 by GB/T 9704: margins of 37, 26, 35 and 28 mm, lines of 28 points, body text of 16 points. Lengths are twentieths of a point. */
const PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
const TEXT_WIDTH = 11906 - 1474 - 1588
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** The same bytes for the same template, whenever it is written. */
const DATE = new Date('2026-01-01T00:00:00Z')

const escape = (text: string): string => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)

function letters({ font, size, bold }: Para): string {
  const fonts = font ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>` : ''
  return `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}${size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : ''}</w:rPr>`
}

function paragraph(para: Para): string {
  const { text, align = 'both', indent = 0, before = 0, keep = false } = para
  const spacing = before ? `<w:spacing w:before="${before * 20}"/>` : ''
  const place = indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * (para.size ?? 16) * 20}"/>` : ''
  return `<w:p><w:pPr>${keep ? '<w:keepNext/>' : ''}${spacing}${place}<w:jc w:val="${align}"/></w:pPr><w:r>${letters(para)}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
}

function table({ columns, rows, head }: Rows): string {
  const total = columns.reduce((sum, one) => sum + one, 0)
  const widths = columns.map(share => Math.floor((share / total) * TEXT_WIDTH))
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
  const cell = (text: string, n: number, bold: boolean): string => `<w:tc><w:tcPr><w:tcW w:w="${widths[n]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph({ text, bold, size: 12, align: 'left' })}</w:tc>`
  const row = (cells: readonly string[], n: number): string => `<w:tr><w:trPr><w:trHeight w:val="560"/>${head && n === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((text, x) => cell(text, x, Boolean(head) && n === 0)).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`
}

const STYLES = `<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`
const FOOTER = `<w:ftr ${MAIN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[['document', 'document.main'], ['styles', 'styles'], ['footer1', 'footer']].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`).join('')}</Types>`
const relations = (...all: [id: string, type: string, target: string][]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** Writes a Word document of paragraphs and tables: what our own templates are made of. */
export function writeDocx(blocks: readonly Block[]): Buffer {
  const body = blocks.map(block => ('rows' in block ? table(block) : paragraph(block))).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${MAIN}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${PAGE}</w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['rId1', 'styles', 'styles.xml'], ['rId2', 'footer', 'footer1.xml']),
    'word/styles.xml': STYLES,
    'word/footer1.xml': FOOTER,
  }
  const zip = new seldom.PizZip()
  for (const [name, xml] of Object.entries(parts)) zip.file(name, HEAD + xml, { date: DATE })
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
