import { registerEnumType } from 'type-graphql'

/** What a volunteer can do beyond good will, and what an elder may wish for. */
export enum Skill {
  CARE = 'CARE',
  HAIRCUT = 'HAIRCUT',
  MEDICAL = 'MEDICAL',
  FIRST_AID = 'FIRST_AID',
  COOKING = 'COOKING',
  REPAIR = 'REPAIR',
  ELECTRICS = 'ELECTRICS',
  DRIVING = 'DRIVING',
  FARMING = 'FARMING',
  READING = 'READING',
  COUNSELLING = 'COUNSELLING',
  LAW = 'LAW',
  COMPUTER = 'COMPUTER',
  CALLIGRAPHY = 'CALLIGRAPHY',
  PERFORMING = 'PERFORMING',
  STORYTELLING = 'STORYTELLING',
}
registerEnumType(Skill, { name: 'Skill', description: '照护、理发、医护、急救、做饭、维修、水电、驾驶、农活、读书看报、心理疏导、法律、电脑手机、书法、文艺、宣讲' })

/** The languages spoken in the banner, 汉 and 蒙. */
export enum Language {
  HAN = 'HAN',
  MONGOL = 'MONGOL',
}
registerEnumType(Language, { name: 'Language' })
