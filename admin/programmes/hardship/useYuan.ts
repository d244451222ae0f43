import { useLocale, useTranslate } from 'ra-core'

/** Says a sum in yuan: `15,000.00 yuan`; nothing where there is none. */
export function useYuan(): (amount: string | null | undefined) => string {
  const translate = useTranslate()
  const locale = useLocale()
  const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return amount => (amount ? translate('resources.hardshipCases.yuan', { amount: written.format(Number(amount)) }) : '')
}
