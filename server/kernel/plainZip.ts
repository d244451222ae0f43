import yauzl from 'yauzl'

/** How much a zip may say that it holds. */
export interface ZipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** How many times larger than packed an entry of more than a megabyte may be. */
  readonly ratio: number
}

/** Why a zip is not read. */
export type ZipVerdict = 'damaged' | 'harmful' | 'tooLarge'

const HARMFUL = /vbaProject|externalLink|activeX|embeddings|oleObject|afchunk|\.(bin|exe|js|vbs|html?|mht(ml)?|rtf)$/i
const HARMLESS = /printerSettings\d*\.bin$/i

/** Looks at the list of a zip's entries alone: how many, how large, by what factor; no macros, nothing embedded or from outside. Null where all is well. */
export function lookIntoZip(bytes: Buffer, limits: ZipLimits, must: readonly string[]): Promise<ZipVerdict | null> {
  return new Promise(resolve => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return resolve('damaged')
      const names = new Set<string>()
      let total = 0
      zip.on('error', () => resolve('damaged'))
      zip.on('entry', ({ fileName, uncompressedSize, compressedSize }: yauzl.Entry) => {
        total += uncompressedSize
        names.add(fileName)
        if (HARMFUL.test(fileName) && !HARMLESS.test(fileName)) return resolve('harmful')
        const swollen = uncompressedSize > 1024 * 1024 && uncompressedSize / Math.max(1, compressedSize) > limits.ratio
        if (names.size > limits.entries || uncompressedSize > limits.entryBytes || total > limits.totalBytes || swollen) return resolve('tooLarge')
        zip.readEntry()
      })
      zip.on('end', () => resolve(must.every(name => names.has(name)) ? null : 'damaged'))
      zip.readEntry()
    })
  })
}
