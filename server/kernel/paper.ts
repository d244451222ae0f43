import path from 'node:path'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { KeptThread } from './KeptThread'
import type { ZipVerdict } from './plainZip'

/** A paper to be drawn. It is drawn in another thread, so that it is data alone; its tables' layouts are `form` and `lines`. */
export interface Paper extends Omit<TDocumentDefinitions, 'header' | 'footer' | 'background' | 'pageBreakBefore'> {
  /** What stands below every page; `{page}` and `{pages}` are its number and how many there are. */
  footer?: string
}

/** A paper as it was drawn. */
export interface Drawn {
  bytes: Uint8Array
  /** The characters that no font here has: the printers' mark 〓 stands for each, and the paper says so at its end. */
  lacking: string[]
}

/** What a template may ask for: by its name or its label in braces, `{姓名}`; a list's parts between `{#list}` and `{/list}`. */
export interface PaperField {
  readonly name: string
  readonly label: string
  readonly fields?: readonly PaperField[]
}

/** What is filled into a template, by the names of its fields. Text is text, whatever it looks like. */
export interface PaperData {
  readonly [name: string]: string | number | null | readonly PaperData[]
}

/** Something that is wrong with a template's tags, by docxtemplater's name for it or ours. */
export interface TagFault {
  id: string
  tag: string
  other: string
}

/** What a PDF does not show of a Word document. */
export type Lost = 'PICTURE' | 'TEXT_BOX' | 'FORMULA' | 'FOOTNOTE' | 'COLUMNS' | 'TABS'

/** What came of looking at a template. */
export interface Checked {
  verdict?: ZipVerdict
  faults?: TagFault[]
  lost?: Lost[]
  /** The names of the fields that it asks for. */
  used?: string[]
}

interface Filling {
  template: Uint8Array
  fields: readonly PaperField[]
  data: PaperData
}

/** A paper takes most of a second; a page or two wait their turn, a rush is told to come again. */
const thread = new KeptThread(path.join(__dirname, 'papers/paperWorker.cjs'), { waiting: 30, ms: 20_000, memoryMb: 384 })

/** Draws a paper as PDF in a thread of its own, the letters it uses embedded; nothing is fetched from anywhere. Refuses with UNAVAILABLE. */
export const drawPaper = (paper: Paper): Promise<Drawn> => thread.ask<Drawn>('draw', paper)

/** Unpacks a template and looks at what it asks for. Refuses with UNAVAILABLE. */
export const checkTemplate = (asked: Omit<Filling, 'data'> & { limits: { totalBytes: number; depth: number } }): Promise<Checked> => thread.ask<Checked>('checkTemplate', asked)

/** Fills a Word template in. Refuses with UNAVAILABLE. */
export const fillTemplate = (asked: Filling): Promise<{ bytes: Uint8Array }> => thread.ask('fillTemplate', asked)

/** Fills a Word template in and draws that very document as PDF. Refuses with UNAVAILABLE. */
export const printTemplate = (asked: Filling): Promise<Drawn & { lost: Lost[] }> => thread.ask('printTemplate', asked)

/** What a filled template shows, before it is drawn. */
export const readTemplate = (asked: Filling): Promise<{ paper: { content: Content }; lost: Lost[] }> => thread.ask('readTemplate', asked)
