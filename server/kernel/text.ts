/** A sentence for people, in the two languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Locale = keyof Text

/** Writes a sentence in both languages, so that neither can be forgotten. */
export const say = (zh: string, en: string): Text => ({ zh, en })

/** The language a request asks for by `Accept-Language`; Chinese unless English is preferred. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh'
}

/** The beginning of a text, without half a character at its end. */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** Whether a text can be compared with codes and numbers, which are kept as ASCII. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)
