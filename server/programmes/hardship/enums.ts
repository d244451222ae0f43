import { registerEnumType } from 'type-graphql'

/** The steps of a case (programmes.md 4.5). */
export enum CaseState {
  CLUE = 'CLUE',
  REGISTERED = 'REGISTERED',
  INVESTIGATING = 'INVESTIGATING',
  NOTICE = 'NOTICE',
  TOWNSHIP_REVIEWED = 'TOWNSHIP_REVIEWED',
  COUNTY_REVIEW = 'COUNTY_REVIEW',
  APPROVED = 'APPROVED',
  REFUSED = 'REFUSED',
  PLANNED = 'PLANNED',
  IN_HELP = 'IN_HELP',
  FOLLOW_UP = 'FOLLOW_UP',
  CLOSED = 'CLOSED',
  RETURNED = 'RETURNED',
}
registerEnumType(CaseState, { name: 'CaseState', description: '线索、已登记、入户核实、公示、乡镇已初审、旗级已核查待审批、已批准、不予批准、已制定方案、帮扶中、回访、结案、退回补正' })

export enum CaseCategory {
  VETERAN = 'VETERAN',
  BEREAVED_FAMILY = 'BEREAVED_FAMILY',
  SERVING_FAMILY = 'SERVING_FAMILY',
  OTHER = 'OTHER',
}
registerEnumType(CaseCategory, { name: 'CaseCategory', description: '退役军人、“三属”、现役军人家属、其他（退役军人部发〔2019〕62号）' })

export enum CaseTag {
  COMBAT = 'COMBAT',
  DISABLED = 'DISABLED',
  ILL_DISCHARGED = 'ILL_DISCHARGED',
  RURAL_60 = 'RURAL_60',
  NUCLEAR = 'NUCLEAR',
  MERIT = 'MERIT',
}
registerEnumType(CaseTag, { name: 'CaseTag', description: '参战、残疾、带病回乡、60 岁以上农村籍、参试、立功' })

export enum HardshipKind {
  ILL_OR_DISABLED = 'ILL_OR_DISABLED',
  LONG_UNEMPLOYED = 'LONG_UNEMPLOYED',
  OLD_INJURY = 'OLD_INJURY',
  SUDDEN_EVENT = 'SUDDEN_EVENT',
  OTHER = 'OTHER',
}
registerEnumType(HardshipKind, { name: 'HardshipKind', description: 'The five kinds of 退役军人部发〔2019〕62号.' })

export enum CaseCause {
  ILLNESS = 'ILLNESS',
  DISABILITY = 'DISABILITY',
  ACCIDENT = 'ACCIDENT',
  FIRE = 'FIRE',
  FLOOD = 'FLOOD',
  UNEMPLOYMENT = 'UNEMPLOYMENT',
  EDUCATION = 'EDUCATION',
  HOUSING = 'HOUSING',
  BEREAVEMENT = 'BEREAVEMENT',
  LEGAL = 'LEGAL',
  OTHER = 'OTHER',
}
registerEnumType(CaseCause, { name: 'CaseCause', description: '疾病、残疾、意外事故、火灾、水灾、失业、子女就学、住房、丧亲、法律纠纷、其他' })

export enum CaseColour {
  RED = 'RED',
  YELLOW = 'YELLOW',
  BLUE = 'BLUE',
}
registerEnumType(CaseColour, { name: 'CaseColour', description: '红（重点）、黄（关注）、蓝（一般）' })

export enum ClueSource {
  PERSON = 'PERSON',
  VILLAGE = 'VILLAGE',
  VISIT = 'VISIT',
  NEED = 'NEED',
  VOLUNTEER = 'VOLUNTEER',
  SHEET = 'SHEET',
  DEPARTMENT = 'DEPARTMENT',
  PETITION = 'PETITION',
}
registerEnumType(ClueSource, { name: 'ClueSource', description: '本人申请、嘎查村上报、走访发现、点单转来、志愿者反映、表格导入、部门转来、来信来访' })

export enum CaseCloseReason {
  SOLVED = 'SOLVED',
  MOVED = 'MOVED',
  DIED = 'DIED',
  WITHDREW = 'WITHDREW',
  REFERRED = 'REFERRED',
  NOT_ELIGIBLE = 'NOT_ELIGIBLE',
  NO_CASE = 'NO_CASE',
}
registerEnumType(CaseCloseReason, { name: 'CaseCloseReason', description: '困难已解决、迁出、去世、本人撤回、已转其他部门、不符合条件、线索不成立' })

export enum ExclusionKind {
  CRIMINAL = 'CRIMINAL',
  DISHONESTY = 'DISHONESTY',
  UNLAWFUL_PETITION = 'UNLAWFUL_PETITION',
  REFUSED_COOPERATION = 'REFUSED_COOPERATION',
  FRAUD = 'FRAUD',
  OTHER_LEGAL = 'OTHER_LEGAL',
}
registerEnumType(ExclusionKind, { name: 'ExclusionKind', description: '刑事责任、失信联合惩戒、煽动或违法上访、不配合造成不良影响、骗取帮扶、法律法规规定的其他情形' })

export enum MemberRelation {
  SPOUSE = 'SPOUSE',
  CHILD = 'CHILD',
  PARENT = 'PARENT',
  SIBLING = 'SIBLING',
  GRANDCHILD = 'GRANDCHILD',
  GRANDPARENT = 'GRANDPARENT',
  IN_LAW = 'IN_LAW',
  OTHER = 'OTHER',
}
registerEnumType(MemberRelation, { name: 'MemberRelation', description: '配偶、子女、父母、兄弟姐妹、孙子女、祖父母、姻亲、其他' })

/** What an objection is raised against. */
export enum ObjectionAgainst {
  NOTICE = 'NOTICE',
  DECISION = 'DECISION',
}
registerEnumType(ObjectionAgainst, { name: 'ObjectionAgainst', description: '公示、决定' })

export enum CaseObjectionState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
}
registerEnumType(CaseObjectionState, { name: 'CaseObjectionState', description: '待复核、成立、不成立' })

export enum TransferState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(TransferState, { name: 'CaseTransferState', description: '待接收、已接收、未接收、已撤回' })

export enum ContactWay {
  HOME = 'HOME',
  PHONE = 'PHONE',
  OFFICE = 'OFFICE',
  OTHER = 'OTHER',
}
registerEnumType(ContactWay, { name: 'ContactWay', description: '上门、电话、来站、其他' })

/** The states in which somebody has the case in hand. */
export const OPEN_STATES: readonly CaseState[] = Object.values(CaseState).filter(state => state !== CaseState.CLUE && state !== CaseState.CLOSED)
/** The states before anything was decided. */
export const UNDECIDED: readonly CaseState[] = [CaseState.REGISTERED, CaseState.INVESTIGATING, CaseState.NOTICE, CaseState.TOWNSHIP_REVIEWED, CaseState.COUNTY_REVIEW, CaseState.RETURNED]
/** The states in which help may be given because it was approved. */
export const HELPED: readonly CaseState[] = [CaseState.APPROVED, CaseState.PLANNED, CaseState.IN_HELP, CaseState.FOLLOW_UP]
