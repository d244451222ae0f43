import path from 'node:path'
import type { Font } from 'fontkit'
import { openSync } from 'fontkit'
import pdfmake = require('pdfmake')
import type { TDocumentDefinitions } from 'pdfmake/interfaces'

/**
 * Noto Sans for simplified Chinese, in two of its weights: every hanzi of Unicode's first two blocks (27,500 of them, 堃 and 犇 too),
 * the dot of Mongolian names, Latin letters. What it lacks are the hanzi beyond, such as 𣵦; see `legible`.
 */
const FONTS = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
const REGULAR = path.join(FONTS, 'NotoSansHans-Regular.otf')

pdfmake.setFonts({ Noto: { normal: REGULAR, bold: path.join(FONTS, 'NotoSansHans-Bold.otf') } })
pdfmake.setLocalAccessPolicy(file => path.resolve(file).startsWith(path.resolve(FONTS)))
pdfmake.setUrlAccessPolicy(() => false)

/** Draws a paper as PDF, the letters it uses embedded; nothing is fetched from anywhere. */
export function drawPaper(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf({ ...definition, defaultStyle: { font: 'Noto', fontSize: 10.5, lineHeight: 1.25, ...definition.defaultStyle } }).getBuffer()
}

let font: Font | undefined

/** The printers' mark for a character that the font lacks, to be written in by hand. */
export const LACKING = '〓'

/** A text as it can be printed, and the characters that must be written in by hand. */
export function legible(text: string): { text: string; lacking: string[] } {
  font ??= openSync(REGULAR) as Font
  const known = font
  const lacking: string[] = []
  const shown = Array.from(text, character => {
    if (known.hasGlyphForCodePoint(character.codePointAt(0)!)) return character
    lacking.push(character)
    return LACKING
  })
  return { text: shown.join(''), lacking }
}
