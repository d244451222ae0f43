const yauzl = require('yauzl')

/** Whether a part is text that somebody reads, and so is looked at; pictures and the like are nobody's matter. */
const isLookedAt = name => /\.(xml|rels|vml)$/i.test(name)

/** Looks at every such part as it unpacks: declared documents, outside relations, depth beyond reason, size beyond what was said. */
function examineZip(bytes, limits) {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error)
      let total = 0
      zip.on('error', reject)
      zip.on('end', () => resolve(null))
      zip.on('entry', entry => {
        if (!isLookedAt(entry.fileName)) return zip.readEntry()
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          let depth = 0
          let tail = ''
          let verdict = null
          stream.on('data', chunk => {
            total += chunk.length
            if (total > limits.totalBytes) verdict = 'tooLarge'
            const text = tail + chunk.toString('latin1')
            if (/<!DOCTYPE|<!ENTITY|macroEnabled|TargetMode\s*=\s*["']External["'](?![^>]*hyperlink)/i.test(text) && !onlyHyperlinks(text)) verdict = 'harmful'
            for (const tag of text.slice(0, text.lastIndexOf('>') + 1).matchAll(/<(\/?)[^!?][^<>]*?(\/?)>/g)) if ((depth += tag[1] ? -1 : tag[2] ? 0 : 1) > limits.depth) verdict = 'harmful'
            tail = text.slice(text.lastIndexOf('>') + 1).slice(-4096)
            if (verdict) {
              stream.destroy()
              resolve(verdict)
            }
          })
          stream.on('end', () => zip.readEntry())
          stream.on('error', reject)
        })
      })
      zip.readEntry()
    })
  })
}

/** Addresses that somebody wrote are no harm: they are not followed. */
function onlyHyperlinks(text) {
  if (/<!DOCTYPE|<!ENTITY|macroEnabled/i.test(text)) return false
  return [...text.matchAll(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi)].every(([tag]) => /relationships\/hyperlink["']/i.test(tag))
}

module.exports = { examineZip, isLookedAt }
