/** The only place that knows pdfmake. */
const path = require('node:path')
const pdfmake = require('pdfmake')
const { FONTS, FOLDER, legible } = require('./legible.cjs')

pdfmake.setFonts(FONTS)
pdfmake.setLocalAccessPolicy(file => path.resolve(file).startsWith(FOLDER))
pdfmake.setUrlAccessPolicy(() => false)

const ruled = (above, below) => ({ hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#999999', vLineColor: () => '#999999', paddingTop: () => above, paddingBottom: () => below })
/** How tables look: facts to be read one by one, and lists of many lines. */
pdfmake.setTableLayouts({ form: ruled(4, 3), lines: ruled(2, 1) })

const code = character => `U+${character.codePointAt(0).toString(16).toUpperCase()}`

/** What a paper says at its end of characters that must be written in by hand. */
const note = lacking => ({ text: `“〓”处为字库未收的字，依次为 ${lacking.map(code).join('、')}，请手工填写后使用。`, fontSize: 9, color: '#b00020', margin: [0, 8, 0, 0] })

/** Draws a paper: every letter in the first font that has it, what no font has marked and named at the end. */
async function draw({ footer, content, watermark, ...definition }) {
  const lacking = new Set()
  const shown = legible(content, lacking)
  const foot = footer === undefined ? undefined : (page, pages) => ({ text: legible(footer.replaceAll('{page}', page).replaceAll('{pages}', pages), lacking), alignment: 'center', fontSize: 8.5, color: '#555555' })
  const bytes = await pdfmake
    .createPdf({ ...definition, watermark, footer: foot, content: [shown, ...(lacking.size > 0 ? [note([...lacking])] : [])], defaultStyle: { font: 'Noto', fontSize: 10.5, lineHeight: 1.25, ...definition.defaultStyle } })
    .getBuffer()
  return { bytes: new Uint8Array(bytes), lacking: [...lacking] }
}

module.exports = { draw }
