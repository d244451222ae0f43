import { useLocale } from 'ra-core'

/** What carries a name in both languages. */
export interface TwoNames {
  nameZh: string
  nameEn: string
}

/** Says a name in the language of the console. */
export function useName(): (named: TwoNames) => string {
  const locale = useLocale()
  return ({ nameZh, nameEn }) => (locale === 'en' && nameEn ? nameEn : nameZh)
}
