import { ProgrammeCode as P } from './ProgrammeCode'

/** The nine programmes of the bureau's plan of 2022, section 四, and the townships' own. */
export const PROGRAMMES: readonly [code: P, nameZh: string, nameEn: string, content: string][] = [
  [P.FRONTLINE, '最美逆行', 'Frontline', '应对暴雨、大风、暴雪等险情的防范宣传与临时救援'],
  [P.STORYTELLING, '星火燎原', 'Storytelling', '讲好老兵故事的宣传宣讲'],
  [P.COMRADES, '手拉手 帮战友', 'Comrades hand in hand', '帮助困难退役军人'],
  [P.PIONEER_POST, '先锋示范岗', 'Pioneer posts', '在有退役军人工作的单位、商户、企业设岗服务群众'],
  [P.CALLIGRAPHY, '习语金句', 'Calligraphy', '大家动手书写，集中展示'],
  [P.SHILIUZI, '石榴籽 心贴心', 'Pomegranate seeds', '以孤寡老人、空巢老人、残障人士为重点结对帮扶'],
  [P.SUNSET, '牵手夕阳', 'Hand in hand at sunset', '为空巢、困难、患病的高龄老人提供生活照料和应急帮扶'],
  [P.EVERGREEN, '老兵不老', 'Evergreen', '助学助困，进企业宣讲'],
  [P.RURAL, '乡村振兴、社会治理', 'Rural life and governance', '担任村级事务员、网格员等'],
]

/** The services of the programmes: the plan's own for the first two that pair, for comrades what helpers may do without money, for pioneer posts what a window or a shop can give the public [D]. */
export const SERVICES: readonly [programme: P, code: string, nameZh: string, nameEn: string][] = [
  [P.SHILIUZI, 'CLEANING', '打扫卫生', 'Cleaning'],
  [P.SHILIUZI, 'SHOPPING_FESTIVAL', '置办年货', 'Festival shopping'],
  [P.SHILIUZI, 'ERRANDS', '代帮代办', 'Errands'],
  [P.SUNSET, 'CHATTING', '陪聊', 'Company and talk'],
  [P.SUNSET, 'READING', '读书看报', 'Reading aloud'],
  [P.SUNSET, 'HAIRCUT', '理发', 'Haircut'],
  [P.SUNSET, 'CLINIC', '义诊', 'Health check'],
  [P.SUNSET, 'BUYING', '代买', 'Shopping'],
  [P.SUNSET, 'WALKING', '散步', 'A walk'],
  [P.SUNSET, 'EMERGENCY', '应急帮扶', 'Emergency help'],
  [P.COMRADES, 'TALKING', '谈心交流', 'Company and talk'],
  [P.COMRADES, 'ERRANDS', '代帮代办', 'Errands'],
  [P.COMRADES, 'FARM_WORK', '农活家务', 'Farm and house work'],
  [P.COMRADES, 'TO_DOCTOR', '陪同就医', 'Going along to the doctor'],
  [P.COMRADES, 'POLICY', '政策咨询', 'Telling what one may claim'],
  [P.COMRADES, 'JOB_SEEKING', '帮助找工作', 'Help in finding work'],
  [P.PIONEER_POST, 'POLICY', '政策宣传咨询', 'Telling what one may claim'],
  [P.PIONEER_POST, 'PRIORITY', '优先办理', 'Served first'],
  [P.PIONEER_POST, 'GUIDE', '引导帮办', 'Guiding and filling in'],
  [P.PIONEER_POST, 'ERRANDS', '上门代办', 'Done at home'],
  [P.PIONEER_POST, 'DISCOUNT', '优惠优待', 'Reduced prices'],
  [P.PIONEER_POST, 'REPAIR', '便民维修', 'Small repairs'],
  [P.PIONEER_POST, 'REST', '歇脚便民', 'Water, charging, a place to rest'],
  [P.PIONEER_POST, 'MEDIATION', '矛盾调解', 'Settling disputes'],
  [P.PIONEER_POST, 'LAW', '法律咨询', 'Legal advice'],
  [P.PIONEER_POST, 'TRAINING', '技能培训', 'Teaching a trade'],
]
