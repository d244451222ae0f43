import { registerEnumType } from 'type-graphql'

export enum PostState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  RECOMMENDED = 'RECOMMENDED',
  SITE_CHECKED = 'SITE_CHECKED',
  PUBLIC_NOTICE = 'PUBLIC_NOTICE',
  GRANTED = 'GRANTED',
  RECTIFYING = 'RECTIFYING',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
  REJECTED = 'REJECTED',
}
registerEnumType(PostState, { name: 'PostState', description: '草稿、已申报、已退回、已推荐、已现场核查、公示中、已授牌、整改中、已撤销、已到期、已撤回、未通过' })

/** The states in which a post may still be granted. */
export const ON_ITS_WAY: readonly PostState[] = [PostState.DRAFT, PostState.SUBMITTED, PostState.RETURNED, PostState.RECOMMENDED, PostState.SITE_CHECKED, PostState.PUBLIC_NOTICE]
/** The states in which a plaque hangs and the public is served. */
export const HANGING: readonly PostState[] = [PostState.GRANTED, PostState.RECTIFYING]
/** The states in which no other post of the same name and place may stand beside it. */
export const LIVE: readonly PostState[] = [...ON_ITS_WAY, ...HANGING]

/** Where veterans serve: a window, a shift, a shop. */
export enum PostPlaceKind {
  WINDOW = 'WINDOW',
  SHIFT = 'SHIFT',
  SHOP = 'SHOP',
  OTHER = 'OTHER',
}
registerEnumType(PostPlaceKind, { name: 'PostPlaceKind', description: '服务窗口、班组、门店、其他' })

/** The six that a post has, 六有 [S: rules.md 2.5]. */
export enum PostPromise {
  PLAQUE = 'PLAQUE',
  PLEDGE = 'PLEDGE',
  DISPLAY = 'DISPLAY',
  PLATFORM = 'PLATFORM',
  CONTENT = 'CONTENT',
  EFFECT = 'EFFECT',
}
registerEnumType(PostPromise, { name: 'PostPromise', description: '六有：有牌匾、有承诺、有公示、有平台、有内容、有成效' })

export enum PostHolderRole {
  HOLDER = 'HOLDER',
  OTHER = 'OTHER',
}
registerEnumType(PostHolderRole, { name: 'PostHolderRole', description: '岗位责任人、其他退役军人' })

/** Why a post rectifies. */
export enum RectifyReason {
  NO_VETERAN = 'NO_VETERAN',
  REVIEW = 'REVIEW',
  ORDER = 'ORDER',
}
registerEnumType(RectifyReason, { name: 'RectifyReason', description: '岗上已无退役军人、年审要求、局机关要求' })

/** What a checklist is for. */
export enum ChecklistKind {
  SITE_CHECK = 'SITE_CHECK',
  REVIEW = 'REVIEW',
}
registerEnumType(ChecklistKind, { name: 'ChecklistKind', description: '现场核查、年审' })

export enum PostObjectionState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
}
registerEnumType(PostObjectionState, { name: 'PostObjectionState', description: '待答复、成立、不成立' })
