import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import type { Invalid } from '../../server/kernel/errors'
import { mustBePlainWorkbook, readSheet, SHEET_LIMITS } from '../../server/kernel/readSheet'

/** A zip made by hand, so that it may hold what no honest program writes. */
function zip(entries: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const raw = Buffer.from(content)
    const data = deflateRawSync(raw)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(raw), 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(raw.length, 22)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 10, 8, 28)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, Buffer.from(name), data)
    central.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + data.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

/** The same zip, but it says that its sheet holds ten bytes. */
function lying(bytes: Buffer): Buffer {
  const [local, entry] = [bytes.indexOf('xl/worksheets/sheet1.xml'), bytes.lastIndexOf('xl/worksheets/sheet1.xml')]
  bytes.writeUInt32LE(10, local - 30 + 22)
  bytes.writeUInt32LE(10, entry - 46 + 24)
  return bytes
}

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
const BOOK = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const sheetOf = (body: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`
const book = (sheet: string | Buffer, more: Record<string, string | Buffer> = {}): Buffer => zip({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELS, 'xl/worksheets/sheet1.xml': sheet, ...more })
const refusalOf = (bytes: Buffer): Promise<string> => readSheet(bytes).then(rows => `read ${rows.length}`, (error: Partial<Invalid>) => error.fields?.file?.en ?? String(error))

it('reads what people write: numbers by their digits, days, formulas by their results, rich text', async () => {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('一')
  sheet.addRow(['姓名', '号', '日', '式', '富'])
  sheet.addRow(['王五', 152326195001010000, new Date(Date.UTC(1950, 0, 1)), { formula: '1+1', result: 2 }, { richText: [{ text: '甲' }, { text: '乙' }] }])
  sheet.addRow([])
  sheet.addRow(['赵六', '015', null, '=cmd', { text: '链接', hyperlink: 'http://example.invalid/' }])
  expect(await readSheet(Buffer.from(await made.xlsx.writeBuffer()))).toEqual([
    { number: 1, cells: ['姓名', '号', '日', '式', '富'] },
    { number: 2, cells: ['王五', '152326195001010000', '1950-01-01', '2', '甲乙'] },
    { number: 4, cells: ['赵六', '015', '', '=cmd', '链接'] },
  ])
  expect(await readSheet(book(sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>好</t></is></c></row>')))).toEqual([{ number: 1, cells: ['好'] }])
})

it('reads a sound workbook however its parts lie: with many sheets, the first of them hidden or moved, its texts whole', async () => {
  const made = new ExcelJS.Workbook()
  made.addWorksheet('说明', { state: 'hidden' }).addRow(['不是这里'])
  for (let n = 1; n <= 12; n++) made.addWorksheet(`表${n}`).addRow([`第 ${n} 张`])
  Object.assign(made.worksheets[9]!, { orderNo: 1.5 })
  expect(await readSheet(Buffer.from(await made.xlsx.writeBuffer()))).toEqual([{ number: 1, cells: ['第 9 张'] }])

  const villages = Array.from({ length: 10_000 }, (_, n) => `奈曼旗大沁他拉镇嘎查村${n}`)
  const sheet = sheetOf(villages.map((name, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>${n}</v></c><c r="B${n + 1}" t="inlineStr"><is><t>${name}</t></is></c></row>`).join(''))
  const texts = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${villages.map(name => `<si><t>${name}</t></si>`).join('')}</sst>`
  const rels = RELS.replace('"worksheets/', '"/xl/worksheets/').replace('</Relationships>', '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="texts.xml"/></Relationships>')
  const read = await readSheet(book(sheet, { 'xl/texts.xml': texts, 'xl/_rels/workbook.xml.rels': rels }))
  expect(read.flatMap(row => row.cells)).toEqual(villages.flatMap(name => [name, name]))
  expect(await refusalOf(book(sheet))).toMatch(/cannot be read/)
})

it('refuses bombs, macros, outside relations, declared entities, depth and a million rows, and the product’s memory stays flat', async () => {
  const before = process.memoryUsage().rss
  const cell = (text: string): string => sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`)
  const declared = (entities: string, use: string): string => `<?xml version="1.0"?><!DOCTYPE x [${entities}]>${cell(use).slice(21)}`
  const outside = RELS.replace('Target="worksheets/sheet1.xml"', 'Target="http://example.invalid/x" TargetMode="External"')
  const [LARGE, HARMFUL, DAMAGED] = [/too large/, /macros, outside links/, /cannot be read/]
  const hostile: Record<string, [Buffer, RegExp]> = {
    bomb: [book(Buffer.alloc(40 * 1024 * 1024, 'A')), LARGE],
    manyBombs: [book(cell('x'), Object.fromEntries(Array.from({ length: 97 }, (_, n) => [`xl/a${n}.xml`, Buffer.alloc(1024 * 1024, 'A')]))), LARGE],
    lyingBomb: [lying(book(Buffer.alloc(1024 * 1024, 'A'))), DAMAGED],
    manyEntries: [zip(Object.fromEntries(Array.from({ length: SHEET_LIMITS.entries + 1 }, (_, n) => [`a${n}.xml`, 'x']))), LARGE],
    macros: [book(cell('x'), { 'xl/vbaProject.bin': 'x' }), HARMFUL],
    links: [book(cell('x'), { 'xl/externalLinks/externalLink1.xml': '<x/>' }), HARMFUL],
    relation: [book(cell('x'), { 'xl/worksheets/_rels/sheet1.xml.rels': outside }), HARMFUL],
    entity: [book(declared('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;')), HARMFUL],
    entityFromOutside: [book(declared('<!ENTITY % f SYSTEM "http://example.invalid/x.dtd"> %f;', 'x')), HARMFUL],
    laughs: [book(declared(`<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};">`).join('')}`, '&l30;')), HARMFUL],
    entityElsewhere: [book(cell('x'), { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>' }), HARMFUL],
    entityInWideLetters: [book(Buffer.from(`\ufeff${declared('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;').replace('"1.0"', '"1.0" encoding="UTF-16"')}`, 'utf16le')), DAMAGED],
    deep: [book(sheetOf('<a>'.repeat(100_000) + '</a>'.repeat(100_000))), HARMFUL],
    rows: [book(sheetOf(Array.from({ length: 200_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="n"><v>${(n * 7919) % 1000003}</v></c></row>`).join(''))), LARGE],
    upwards: [book(cell('x'), { '../../../../tmp/x.xml': 'x' }), DAMAGED],
    inTheRoot: [book(cell('x'), { '/etc/x.xml': 'x' }), DAMAGED],
    onADrive: [book(cell('x'), { 'C:/x.xml': 'x' }), DAMAGED],
    backwards: [book(cell('x'), { 'xl\\..\\..\\x.xml': 'x' }), DAMAGED],
    sheetThatIsNoXml: [zip({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELS.replace('sheet1.xml', 'sheet1.txt'), 'xl/worksheets/sheet1.txt': cell('x') }), DAMAGED],
    noBook: [zip({ 'a.txt': 'x' }), DAMAGED],
    cut: [book(cell('x')).subarray(0, 200), DAMAGED],
    picture: [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), DAMAGED],
    wide: [Buffer.from(Array.from({ length: SHEET_LIMITS.columns + 1 }, () => 'x').join(',')), LARGE],
    longCsv: [Buffer.from('x\n'.repeat(SHEET_LIMITS.rows + 5)), LARGE],
  }
  for (const [name, [bytes, sentence]] of Object.entries(hostile)) expect([name, await refusalOf(bytes)]).toEqual([name, expect.stringMatching(sentence)])
  expect(await refusalOf(book(cell('x')))).toBe('read 1')
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  // These are seen in the list of entries alone, before anything is unpacked.
  for (const name of ['bomb', 'manyBombs', 'manyEntries', 'macros', 'links', 'upwards']) expect([name, await mustBePlainWorkbook(hostile[name]![0]).catch((error: Partial<Invalid>) => error.fields?.file?.en)]).toEqual([name, expect.stringMatching(hostile[name]![1])])
}, 120_000)

/** The most memory that the process had beyond what it began with, in MB, while something was done. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10)
  await work()
  clearInterval(timer)
  return (Math.max(peak, process.memoryUsage().rss) - before) / 1024 / 1024
}

it('keeps within its bound at the worst that the limits let in: strings shared by the million, cells as long and rows as many as may be', async () => {
  const scattered = (n: number): string => ((n * 2654435761) >>> 0).toString(36)
  const shared = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${Array.from({ length: 600_000 }, (_, n) => `<si><t>${scattered(n)}</t></si>`).join('')}</sst>`
  const strings = book(sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
    'xl/sharedStrings.xml': shared,
    'xl/_rels/workbook.xml.rels': RELS.replace('</Relationships>', '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
  })
  const long = book(sheetOf(Array.from({ length: 20_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="inlineStr"><is><t>${scattered(n).repeat(150)}</t></is></c></row>`).join('')))
  const bound = SHEET_LIMITS.memoryMb + 100
  for (const [name, bytes] of Object.entries({ strings, long })) {
    await expect(mustBePlainWorkbook(bytes)).resolves.toBeUndefined()
    let answer = ''
    const peak = await peakOf(async () => (answer = await refusalOf(bytes)))
    expect([name, answer, peak < bound ? 'within' : `${Math.round(peak)} MB`]).toEqual([name, expect.stringMatching(/too large|^read \d+$/), 'within'])
  }
}, 60_000)
