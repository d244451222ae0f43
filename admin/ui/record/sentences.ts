import { useLocale } from 'ra-core'

/** Puts sentences one after another: with a space between them where the language has one. */
export const joinSentences = (sentences: readonly string[], locale: string): string => sentences.join(locale === 'en' ? ' ' : '')

/** The same in the language of the console. */
export function useSentences(): (sentences: readonly string[]) => string {
  const locale = useLocale()
  return sentences => joinSentences(sentences, locale)
}
