import polyglotI18nProvider from 'ra-i18n-polyglot'
import { zh } from './zh'

/** The languages of the console; Chinese is in the first load, English comes when it is chosen. */
export const LOCALES = [
  { locale: 'zh-CN', name: '简体中文' },
  { locale: 'en', name: 'English' },
]

/** Says every label by its key. A key without words is shown as it is, and a test finds it. */
export function makeI18nProvider() {
  const provider = polyglotI18nProvider(locale => (locale === 'en' ? import('./en').then(({ en }) => en) : zh), 'zh-CN', LOCALES, { allowMissing: true })
  const changeLocale = async (locale: string): Promise<void> => {
    await provider.changeLocale(locale)
    document.documentElement.lang = locale
  }
  return { ...provider, changeLocale }
}
