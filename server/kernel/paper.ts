import path from 'node:path'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { KeptThread } from './KeptThread'

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

/** A paper takes most of a second; a page or two wait their turn, a rush is told to come again. */
const thread = new KeptThread(path.join(__dirname, 'paperWorker.cjs'), { waiting: 30, ms: 20_000, memoryMb: 384 })

/** Draws a paper as PDF in a thread of its own, the letters it uses embedded; nothing is fetched from anywhere. Refuses with UNAVAILABLE. */
export const drawPaper = (paper: Paper): Promise<Drawn> => thread.ask<Drawn>('draw', paper)
