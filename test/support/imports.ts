import ExcelJS from 'exceljs'
import { app, type Person } from './app'
import { runJobs } from './jobs'

const FIELDS = 'id version state total jobId columns { head field suggested } verdicts { verdict count } questions { key text rows choices { value label } } rows(page: { size: 100 }) { total items { number name verdict outcome reason undone } }'
export const OPEN = `mutation ($input: ImportSheetInput!) { importSheet(input: $input) { ${FIELDS} } }`
export const SEE = `query ($id: ID!) { volunteerImport(id: $id) { ${FIELDS} } }`
export const CHECK = 'mutation ($id: ID!, $version: Int!, $columns: [String!]!, $answers: [ImportAnswerInput!]!) { checkImport(id: $id, version: $version, columns: $columns, answers: $answers) { id } }'
export const RUN = 'mutation ($id: ID!, $version: Int!) { runImport(id: $id, version: $version) { id } }'
export const UNDO = 'mutation ($id: ID!, $version: Int!) { undoImport(id: $id, version: $version, reason: "导错了表") { id } }'
export const RESUME = 'mutation ($id: ID!, $version: Int!) { resumeImport(id: $id, version: $version) { id } }'

export async function workbook(rows: unknown[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名册')
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

export async function send(who: Person, bytes: Buffer, name = '名册.xlsx'): Promise<{ status: number; id?: string; code?: string }> {
  const { http } = await app()
  const response = await http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), authorization: `Bearer ${who.token}` }, payload: bytes })
  const body = response.json() as { id?: string; errors?: { extensions: { code: string } }[] }
  return { status: response.statusCode, id: body.id, code: body.errors?.[0]?.extensions.code }
}

export const see = async (who: Person, id: string) => (await who.get(SEE, { id })).volunteerImport

/** Sends a sheet, lets it be read, and takes every column for what it says. */
export async function opened(who: Person, rows: unknown[][], source = 'SHEET') {
  const { id: fileId } = await send(who, await workbook(rows))
  const { importSheet } = await who.get(OPEN, { input: { fileId, source } })
  await runJobs()
  return see(who, importSheet.id)
}
export async function checked(who: Person, one: { id: string; version: number; columns: { field: string | null }[] }, answers: object[] = []) {
  await who.get(CHECK, { id: one.id, version: one.version, columns: one.columns.map(column => column.field ?? 'IGNORE'), answers })
  await runJobs()
  return see(who, one.id)
}
export async function ran(who: Person, one: { id: string; version: number }) {
  await who.get(RUN, { id: one.id, version: one.version })
  await runJobs()
  return see(who, one.id)
}
export const verdicts = (one: { rows: { items: { verdict: string }[] } }): string[] => one.rows.items.map(row => row.verdict)
