/**
 * The fonts of papers. Hei: Noto Sans for simplified Chinese, which has every hanzi of GB 18030 but 57 of its newest, the dot of
 * Mongolian names, Latin letters. Kai: LXGW WenKai, a regular script, which has those and another 1,800 of the rare ones, 𣵦 among them.
 * Each stands in for the other where it lacks a character. What neither has is marked, and named to whoever asked.
 */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { inflateSync } = require('node:zlib')
const fontkit = require('fontkit')
const pdfmake = require('pdfmake')

const FOLDER = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
const REGULAR = path.join(FOLDER, 'NotoSansHans-Regular.otf')
const PACKED = { 'kai.ttf': '500', 'kai-bold.ttf': '700' }
const LACKING = '〓'
const FONTS = { Hei: { normal: REGULAR, bold: path.join(FOLDER, 'NotoSansHans-Bold.otf') }, Kai: { normal: 'kai.ttf', bold: 'kai-bold.ttf' } }

const hei = fontkit.openSync(REGULAR)
let kai

/** The second font, unpacked when it is first needed: packed, each of its letters would unpack all of it. */
function kaiFont() {
  if (kai) return kai
  for (const [name, weight] of Object.entries(PACKED)) {
    const bytes = unpackWoff(readFileSync(require.resolve(`@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`)))
    pdfmake.virtualfs.writeFileSync(name, bytes)
    kai ??= fontkit.create(bytes)
  }
  return kai
}

const fontOf = face => (face === 'Kai' ? kaiFont() : hei)
const has = (face, character) => fontOf(face).hasGlyphForCodePoint(character.codePointAt(0))

/** How high a line of a font is by itself, in letters. */
const heightOf = face => (fontOf(face).ascent - fontOf(face).descent) / fontOf(face).unitsPerEm

/** A WOFF as the font that it packs: its tables unpacked, one after the other, below a head that tells where they are. */
function unpackWoff(woff) {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  const steps = Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  for (const [at, value] of [[4, count], [6, 16 * 2 ** steps], [8, steps], [10, 16 * (count - 2 ** steps)]]) head.writeUInt16BE(value, at)
  const parts = [head]
  let length = head.length
  for (let n = 0; n < count; n++) {
    const entry = 44 + 20 * n
    const [from, packed, size] = [4, 8, 12].map(at => woff.readUInt32BE(entry + at))
    const table = woff.subarray(from, from + packed)
    const padding = (4 - (size % 4)) % 4
    woff.copy(head, 12 + 16 * n, entry, entry + 4)
    woff.copy(head, 16 + 16 * n, entry + 16, entry + 20)
    head.writeUInt32BE(length, 20 + 16 * n)
    head.writeUInt32BE(size, 24 + 16 * n)
    parts.push(packed < size ? inflateSync(table) : table, Buffer.alloc(padding))
    length += size + padding
  }
  return Buffer.concat(parts)
}

/** A text as runs of one font each; most are one run, and stay a string. */
function runs(text, face, lacking) {
  const other = face === 'Kai' ? 'Hei' : 'Kai'
  const found = []
  let plain = ''
  const flush = () => plain && found.push(plain) && (plain = '')
  for (const character of text) {
    if (character === '\n' || has(face, character)) plain += character
    else if (has(other, character)) {
      flush()
      found.push({ text: character, font: other })
    } else {
      lacking.add(character)
      plain += LACKING
    }
  }
  flush()
  return found.length > 1 || typeof found[0] === 'object' ? found : (found[0] ?? '')
}

/** A piece of a paper, with every letter of it in a font that has it. */
function legible(piece, lacking, around = 'Hei') {
  if (typeof piece === 'string') {
    const found = runs(piece, around, lacking)
    return typeof found === 'string' ? found : { text: found }
  }
  if (Array.isArray(piece)) return piece.map(part => legible(part, lacking, around))
  if (!piece || typeof piece !== 'object') return piece
  const face = piece.font ?? around
  const shown = { ...piece }
  if (typeof piece.text === 'string') shown.text = runs(piece.text, face, lacking)
  else if (piece.text !== undefined) shown.text = legible(piece.text, lacking, face)
  for (const key of ['stack', 'columns', 'ul', 'ol']) if (piece[key]) shown[key] = legible(piece[key], lacking, face)
  if (piece.table) shown.table = { ...piece.table, body: legible(piece.table.body, lacking, face) }
  return shown
}

module.exports = { FONTS, FOLDER, heightOf, legible }
