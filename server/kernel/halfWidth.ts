const INVISIBLE = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu
const SPACES = /[\s\u3000]+/gu

/** Text as people meant it: full-width letters and digits to half-width, invisible characters out, spaces single and trimmed. */
export function halfWidth(text: string): string {
  return text.replace(SPACES, ' ').normalize('NFKC').replace(INVISIBLE, '').replace(SPACES, ' ').trim()
}
