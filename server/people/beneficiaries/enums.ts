import { registerEnumType } from 'type-graphql'

/** 孤寡、空巢、残障、高龄、患病、困难、战友: the last is a veteran, or one of the family, whom comrades help; it does not say in what hardship. */
export enum BeneficiaryKind {
  ORPHANED_ELDER = 'ORPHANED_ELDER',
  EMPTY_NEST = 'EMPTY_NEST',
  DISABLED = 'DISABLED',
  OLDEST = 'OLDEST',
  SICK = 'SICK',
  NEEDY = 'NEEDY',
  COMRADE = 'COMRADE',
}
registerEnumType(BeneficiaryKind, { name: 'BeneficiaryKind', description: '孤寡、空巢、残障、高龄、患病、困难、战友（手拉手帮扶）' })

/** 高、重点、一般: visits weekly, monthly, quarterly. */
export enum RiskGrade {
  HIGH = 'HIGH',
  KEY = 'KEY',
  GENERAL = 'GENERAL',
}
registerEnumType(RiskGrade, { name: 'RiskGrade', description: 'Visits weekly, monthly, quarterly.' })

export enum BeneficiaryState {
  PROPOSED = 'PROPOSED',
  ASSESSED = 'ASSESSED',
  WAITING = 'WAITING',
  PAIRED = 'PAIRED',
  PAUSED = 'PAUSED',
  ENDED = 'ENDED',
}
registerEnumType(BeneficiaryState, { name: 'BeneficiaryState' })

export enum EndReason {
  DIED = 'DIED',
  MOVED = 'MOVED',
  INSTITUTION = 'INSTITUTION',
  DECLINED = 'DECLINED',
  OTHER = 'OTHER',
}
registerEnumType(EndReason, { name: 'BeneficiaryEndReason', description: '去世、迁出、入住机构、本人不愿继续、其他' })

/** What an elder manages alone. */
export enum Ability {
  EATING = 'EATING',
  DRESSING = 'DRESSING',
  TOILET = 'TOILET',
  BATHING = 'BATHING',
  WALKING = 'WALKING',
  GOING_OUT = 'GOING_OUT',
  COOKING = 'COOKING',
  TELEPHONE = 'TELEPHONE',
  HEARING = 'HEARING',
  SIGHT = 'SIGHT',
  MEMORY = 'MEMORY',
}
registerEnumType(Ability, { name: 'Ability', description: 'What the elder manages alone: 进食、穿衣、如厕、洗澡、行走、外出、做饭、打电话、听力、视力、记忆' })

/** In which language an elder is to be spoken to. */
export enum ElderLanguage {
  HAN = 'HAN',
  MONGOL = 'MONGOL',
  BOTH = 'BOTH',
}
registerEnumType(ElderLanguage, { name: 'ElderLanguage', description: '汉语、蒙古语、均可' })

export enum ConsentState {
  MISSING = 'MISSING',
  GIVEN = 'GIVEN',
  LEGAL_GROUND = 'LEGAL_GROUND',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ConsentState, { name: 'ConsentState' })

export enum ConsentPurpose {
  SERVICE = 'SERVICE',
  PHOTO = 'PHOTO',
}
registerEnumType(ConsentPurpose, { name: 'ConsentPurpose', description: 'Being visited and looked after; being photographed.' })

export enum ConsentGround {
  CONSENT = 'CONSENT',
  LEGAL_DUTY = 'LEGAL_DUTY',
  EMERGENCY = 'EMERGENCY',
}
registerEnumType(ConsentGround, { name: 'ConsentGround' })

export enum ConsentGiver {
  SELF = 'SELF',
  GUARDIAN = 'GUARDIAN',
}
registerEnumType(ConsentGiver, { name: 'ConsentGiver' })

export enum ConsentChannel {
  PAPER = 'PAPER',
  SPOKEN = 'SPOKEN',
  PHONE = 'PHONE',
  ONLINE = 'ONLINE',
}
registerEnumType(ConsentChannel, { name: 'ConsentChannel', description: '书面、当面口头、电话、线上' })

export enum ContactKind {
  GUARDIAN = 'GUARDIAN',
  EMERGENCY = 'EMERGENCY',
  NEIGHBOUR = 'NEIGHBOUR',
  DOCTOR = 'DOCTOR',
}
registerEnumType(ContactKind, { name: 'ContactKind' })
