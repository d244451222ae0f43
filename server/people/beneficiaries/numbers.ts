import { defineSetting, type SettingDefinition } from '../../bureau/settings/defineSetting'
import { RiskGrade } from './enums'

const source = '[S] 内蒙古《意见》2022, rules.md 2.6'

/** Days between visits by risk grade: weekly, monthly, quarterly. */
export const visitPeriods: Readonly<Record<RiskGrade, SettingDefinition>> = {
  HIGH: defineSetting({ key: 'visit.every.high', default: 7, least: 1, most: 60, unit: '天', zh: '高风险老人的走访周期', en: 'Days between visits, high risk', source }),
  KEY: defineSetting({ key: 'visit.every.key', default: 30, least: 1, most: 120, unit: '天', zh: '重点老人的走访周期', en: 'Days between visits, key', source }),
  GENERAL: defineSetting({ key: 'visit.every.general', default: 90, least: 1, most: 366, unit: '天', zh: '一般老人的走访周期', en: 'Days between visits, general', source }),
}
