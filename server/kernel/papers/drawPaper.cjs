/** The only place that knows pdfmake. */
const path = require('node:path')
const pdfmake = require('pdfmake')
const { FONTS, FOLDER, legible } = require('./legible.cjs')
const { PAGE, PAGES } = require('./pageNumbers.cjs')

pdfmake.setFonts(FONTS)
pdfmake.setLocalAccessPolicy(file => path.resolve(file).startsWith(FOLDER))
pdfmake.setUrlAccessPolicy(() => false)

const ruled = (color, beside, above, below) => ({ hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => color, vLineColor: () => color, paddingLeft: () => beside, paddingRight: () => beside, paddingTop: () => above, paddingBottom: () => below })
/** How tables look: facts to be read one by one, lists of many lines, and what came from Word. */
pdfmake.setTableLayouts({ form: ruled('#999999', 4, 4, 3), lines: ruled('#999999', 4, 2, 1), word: ruled('#000000', 5.4, 0, 0) })

const code = character => `U+${character.codePointAt(0).toString(16).toUpperCase()}`

/** What a paper says at its end of characters that must be written in by hand. */
const note = lacking => ({ text: `“〓”处为字库未收的字，依次为 ${lacking.map(code).join('、')}，请手工填写后使用。`, fontSize: 9, color: '#b00020', margin: [0, 8, 0, 0] })

/** A piece with the page's number in it. */
function numbered(piece, page, pages) {
  if (typeof piece === 'string') return piece.replaceAll(PAGE, page).replaceAll(PAGES, pages)
  if (Array.isArray(piece)) return piece.map(one => numbered(one, page, pages))
  return piece && typeof piece === 'object' ? Object.fromEntries(Object.entries(piece).map(([key, value]) => [key, numbered(value, page, pages)])) : piece
}

/** Draws a paper: every letter in the first font that has it, what no font has marked and named at the end. */
async function draw({ header, footer, content, ...definition }) {
  const lacking = new Set()
  const shown = legible(content, lacking)
  const running = piece => piece && ((page, pages) => legible(numbered(piece, String(page), String(pages)), lacking))
  const foot = typeof footer === 'string' ? { text: footer.replaceAll('{page}', PAGE).replaceAll('{pages}', PAGES), alignment: 'center', fontSize: 8.5, color: '#555555' } : footer
  legible(numbered([header, foot], '1', '1'), lacking)
  const bytes = await pdfmake
    .createPdf({ ...definition, header: running(header), footer: running(foot), content: [shown, ...(lacking.size > 0 ? [note([...lacking])] : [])], defaultStyle: { font: 'Hei', fontSize: 10.5, lineHeight: 1.25, ...definition.defaultStyle } })
    .getBuffer()
  return { bytes: new Uint8Array(bytes), lacking: [...lacking] }
}

module.exports = { draw }
