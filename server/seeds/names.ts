import { addDays } from '../kernel/days'
import { checkDigitOf } from '../people/persons/residentId'
import type { Random } from './random'

/** The sexes of demo persons, as resident ID numbers know them. */
export type DemoSex = 'MALE' | 'FEMALE'

/** An invented person's name with the ethnic code (GB/T 3304) it goes with. */
export interface DemoName {
  readonly name: string
  readonly ethnicCode: '01' | '02' | '11'
}

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解区查朴盖翟乐')
const COMPOUND_SURNAMES = ['欧阳', '尉迟', '司马', '上官']
const MANCHU_SURNAMES = Array.from('佟关赫那富')
const MARKS = Array.from('示例样')
const NUMERALS = Array.from('一二三四五六七八九十百千')
const MONGOL_MARKS = ['示例', '样例', '示样']
const MONGOL_MALE = ['巴图', '巴特尔', '朝鲁', '苏和', '特木尔', '吉日格勒', '阿古拉', '宝力道', '哈达', '那顺', '查干', '乌力吉']
const MONGOL_FEMALE = ['其其格', '萨仁', '娜仁', '高娃', '乌兰', '托娅', '琪木格', '塔娜', '斯琴', '格日乐', '敖登', '乌云']

/** A name that nobody takes for a real one: 王示三 or 欧阳例一, four in ten like 示例·巴图 or 样例·萨仁高娃. */
export function demoName(random: Random, sex: DemoSex): DemoName {
  if (random.chance(0.4)) {
    const given = sex === 'MALE' ? MONGOL_MALE : MONGOL_FEMALE
    const parts = random.chance(0.25) ? [random.pick(given)] : random.some(given, 2)
    return { name: `${random.pick(MONGOL_MARKS)}·${parts.join('')}`, ethnicCode: '02' }
  }
  const manchu = random.chance(0.06)
  const surname = manchu ? random.pick(MANCHU_SURNAMES) : random.chance(0.02) ? random.pick(COMPOUND_SURNAMES) : random.pick(SURNAMES)
  return { name: surname + random.pick(MARKS) + random.pick(NUMERALS), ethnicCode: manchu ? '11' : '01' }
}

/** Whether a name is one of ours: how checks tell demo persons from real ones. */
export function isDemoName(name: string): boolean {
  return new RegExp(`^(?:\\p{Script=Han}{1,2}[${MARKS.join('')}][${NUMERALS.join('')}]|(?:${MONGOL_MARKS.join('|')})·\\p{Script=Han}+)$`, 'u').test(name)
}

/** A birth day of somebody who is so many full years old on a day, give or take the months of that year. */
export function demoBirthDate(random: Random, age: number, today: string): string {
  const year = Number(today.slice(0, 4)) - age
  const birthday = `${year}-${today.slice(5) === '02-29' ? '02-28' : today.slice(5)}`
  return addDays(birthday, -random.int(0, 364))
}

/** Where a person lives within a village, in a group that does not exist: 八仙筒镇黎明村示例组3号. */
export function demoAddress(random: Random, township: string, village: string): string {
  const place = village.replace(/村(民委员会|委会)$/, '村').replace(/(居民委员会|居委会)$/, '')
  return `${township.replace(/办事处$/, '')}${place}示例组${random.int(1, 99)}号`
}

/** A division that never existed: nobody's resident ID number begins with it. */
const NOWHERE = '152399'

/**
 * Hands out resident ID numbers and telephone numbers for invented persons, none twice.
 *
 * The numbers have the right check digit, and the prefix of a division that never existed, so that none can be anybody's.
 * Telephones are 154 0000 0000 onwards: 154 is assigned to no operator, and our own check takes it for a mobile number.
 */
export class DemoNumbers {
  private readonly issued = new Map<string, number>()
  private phones = 0

  /** A number for a birth day and a sex. */
  residentId(birthDate: string, sex: DemoSex): string {
    const given = (this.issued.get(birthDate + sex) ?? 0) + 1
    this.issued.set(birthDate + sex, given)
    // Odd for men and even for women; a day has 499 of each, more than any demo needs.
    const digits = NOWHERE + birthDate.replaceAll('-', '') + String(2 * given - (sex === 'MALE' ? 1 : 0)).padStart(3, '0')
    const residentId = digits + checkDigitOf(digits)
    // What ends in 000 looks like a cell that a spreadsheet damaged.
    return residentId.endsWith('000') ? this.residentId(birthDate, sex) : residentId
  }

  /** The next mobile number. */
  phone(): string {
    this.phones += 1
    return '154' + String(this.phones).padStart(8, '0')
  }
}
