import { registerEnumType } from 'type-graphql'

/** The nine programmes of the banner, and a township's own. */
export enum ProgrammeCode {
  FRONTLINE = 'FRONTLINE',
  STORYTELLING = 'STORYTELLING',
  COMRADES = 'COMRADES',
  PIONEER_POST = 'PIONEER_POST',
  CALLIGRAPHY = 'CALLIGRAPHY',
  SHILIUZI = 'SHILIUZI',
  SUNSET = 'SUNSET',
  EVERGREEN = 'EVERGREEN',
  RURAL = 'RURAL',
  LOCAL = 'LOCAL',
}
registerEnumType(ProgrammeCode, { name: 'ProgrammeCode', description: '最美逆行、星火燎原、手拉手帮战友、先锋示范岗、习语金句、石榴籽、牵手夕阳、老兵不老、乡村振兴与社会治理、一村一品' })
