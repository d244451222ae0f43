import { registerEnumType } from 'type-graphql'

/** 资金、物资、服务、转介、就业、医疗、教育、法律 (programmes.md 4.5). */
export enum MeasureKind {
  MONEY = 'MONEY',
  GOODS = 'GOODS',
  SERVICE = 'SERVICE',
  REFERRAL = 'REFERRAL',
  JOB = 'JOB',
  MEDICAL = 'MEDICAL',
  EDUCATION = 'EDUCATION',
  LEGAL = 'LEGAL',
}
registerEnumType(MeasureKind, { name: 'MeasureKind', description: '资金、物资、服务、转介、就业、医疗、教育、法律' })

export enum MeasureState {
  PLANNED = 'PLANNED',
  APPROVED = 'APPROVED',
  DONE = 'DONE',
  FAILED = 'FAILED',
}
registerEnumType(MeasureState, { name: 'MeasureState', description: '已计划、已批准、已落实、未落实' })
/** The states in which something may still come of a measure. */
export const UNDER_WAY: readonly MeasureState[] = [MeasureState.PLANNED, MeasureState.APPROVED]

/** Where the money or the goods come from. */
export enum FundSource {
  CENTRAL = 'CENTRAL',
  AUTONOMOUS_REGION = 'AUTONOMOUS_REGION',
  CITY = 'CITY',
  BANNER = 'BANNER',
  CARE_FUND = 'CARE_FUND',
  DONATION = 'DONATION',
  UNIT = 'UNIT',
  OTHER = 'OTHER',
}
registerEnumType(FundSource, { name: 'FundSource', description: '中央、自治区、市、旗、关爱基金、社会捐赠、帮扶单位、其他' })

/** How it comes to whom it is for. */
export enum GivingWay {
  TRANSFER = 'TRANSFER',
  SUBSIDY_CARD = 'SUBSIDY_CARD',
  CASH = 'CASH',
  IN_PERSON = 'IN_PERSON',
}
registerEnumType(GivingWay, { name: 'GivingWay', description: '银行转账、一卡通、现金、当面交付' })

/** 民政、医保、人社、住建、残联、教育、司法、关爱基金. */
export enum Department {
  CIVIL_AFFAIRS = 'CIVIL_AFFAIRS',
  MEDICAL_INSURANCE = 'MEDICAL_INSURANCE',
  HUMAN_RESOURCES = 'HUMAN_RESOURCES',
  HOUSING = 'HOUSING',
  DISABLED_FEDERATION = 'DISABLED_FEDERATION',
  EDUCATION = 'EDUCATION',
  JUSTICE = 'JUSTICE',
  CARE_FUND = 'CARE_FUND',
}
registerEnumType(Department, { name: 'Department', description: '民政、医保、人社、住建、残联、教育、司法、关爱基金' })

export enum ReferralState {
  SENT = 'SENT',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  DONE = 'DONE',
}
registerEnumType(ReferralState, { name: 'ReferralState', description: '已转出、已受理、未受理、已办结' })
