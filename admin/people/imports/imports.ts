import { sendFile } from '../../data/files'

/** What a sheet of volunteers may say. */
export const IMPORT_FIELDS = 'query importFields { importFields { key title required } }'
const IMPORT = 'id version state source fileName ownerName total jobId createdAt mine undone columns { head field suggested } verdicts { verdict count } questions { key text rows choices { value label } }'
/** One import, as its wizard shows it. */
export const ONE_IMPORT = `query volunteerImport($id: ID!) { volunteerImport(id: $id) { ${IMPORT} } }`
/** Some of its rows. */
export const IMPORT_ROWS = 'query importRows($id: ID!, $verdict: [RowVerdict!], $undone: Boolean, $page: Page!) { volunteerImport(id: $id) { rows(verdict: $verdict, undone: $undone, page: $page) { total items { id number name verdict outcome reason volunteerId undone } } } }'
export const IMPORT_SHEET = 'mutation importSheet($input: ImportSheetInput!) { importSheet(input: $input) { id } }'
export const CHECK_IMPORT = 'mutation checkImport($id: ID!, $version: Int!, $columns: [String!]!, $answers: [ImportAnswerInput!]!) { checkImport(id: $id, version: $version, columns: $columns, answers: $answers) { id } }'
export const RUN_IMPORT = 'mutation runImport($id: ID!, $version: Int!) { runImport(id: $id, version: $version) { id } }'
export const UNDO_IMPORT = 'mutation undoImport($id: ID!, $version: Int!, $reason: String!) { undoImport(id: $id, version: $version, reason: $reason) { id } }'
export const RESUME_IMPORT = 'mutation resumeImport($id: ID!, $version: Int!) { resumeImport(id: $id, version: $version) { id } }'
export const IMPORT_TEMPLATE = 'mutation importTemplate { importTemplate { id } }'

/** An import of volunteers. */
export interface VolunteerImport {
  id: string
  version: number
  state: 'READING' | 'COLUMNS' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'UNDOING' | 'UNDONE'
  source: 'PLATFORM' | 'SHEET'
  fileName: string
  ownerName: string
  total: number
  jobId: string | null
  createdAt: string
  mine: boolean
  /** How many rows were taken back. */
  undone: number
  columns: { head: string; field: string | null; suggested: string | null }[]
  verdicts: { verdict: string; count: number }[]
  questions: { key: string; text: string; rows: number; choices: { value: string; label: string }[] }[]
}

/** A row of an import. */
export interface ImportRow {
  id: string
  number: number
  name: string | null
  verdict: string | null
  outcome: string | null
  reason: string | null
  volunteerId: string | null
  undone: boolean
}

/** Sends a sheet; answers with the id that `importSheet` takes. */
export const sendSheet = async (file: File, locale: string): Promise<string> => (await sendFile<{ id: string }>('/sheets', file, { locale, type: 'application/octet-stream', headers: { 'x-file-name': file.name } })).id
