/** What a template may ask for. */
export interface PaperField {
  name: string
  label: string
  en: string
  sample: string | null
  must: boolean
  fields?: PaperField[]
}

/** A wording that the office uploaded. */
export interface TemplateVersion {
  id: string
  number: number
  fileName: string
  uploadedByName: string
  createdAt: string
  note: string | null
  losses: string[]
}

/** A kind of paper that the office words itself. */
export interface PaperKind {
  code: string
  zh: string
  en: string
  /** The version in use; 0 is what the product comes with. */
  number: number
  version: number
  fields: PaperField[]
  versions: TemplateVersion[]
}

const FIELD = 'name label en sample must'
/** The kinds of paper, with their fields and versions. */
export const PAPER_KINDS = `query paperKinds { paperKinds { items { id code zh en number version fields { ${FIELD} fields { ${FIELD} } } versions { id number fileName uploadedByName createdAt note losses } } } }`

/** Where a version is had: as it is, or filled with samples. */
export const templateAddress = (code: string, number: number, preview?: 'pdf' | 'docx'): string => `/templates/${code}/${number}${preview ? `/preview.${preview}` : ''}`
