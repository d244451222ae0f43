import { seldom } from '../../kernel/seldom'

/** How a name is read: for sorting, for search by full pinyin and for search by initials. */
export interface NameReading {
  /** Syllables with spaces, so that 李 sorts before 连: the order of lists. */
  readonly sortKey: string
  /** All syllables together: wangshiming. */
  readonly full: string
  /** First letters: wsm. */
  readonly initials: string
  /** How many syllables the surname has; 0 for a name that has none, such as a Mongolian one. */
  readonly surnameLength: number
}

/** Dots between the parts of a Mongolian or other long name. */
const DOTS = /[\s·•‧・．.⋅᠂]+/u
const TWO_CHARACTER_SURNAMES = new Set(('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 长孙 慕容 令狐 宇文 司徒 司空 夏侯 端木 百里 呼延 南宫 轩辕 淳于 单于 '
  + '申屠 钟离 闻人 赫连 澹台 公冶 宗政 濮阳 太叔 仲孙 鲜于 闾丘 亓官 司寇 颛孙 子车 巫马 公西 漆雕 乐正 公良 拓跋 夹谷 梁丘 左丘 东郭 南门 万俟 段干').split(' '))
/** Surname readings that pinyin-pro 3.29 lacks or has otherwise. */
const SURNAME_READINGS: Readonly<Record<string, string>> = { 单于: 'chan yu', 冼: 'xian', 洗: 'xian', 员: 'yun', 缪: 'miao', 能: 'nai', 黑: 'he', 种: 'chong', 召: 'shao', 尉: 'wei' }
/** Second readings of characters that occur in names: whoever types either finds the person. */
const SECOND_READINGS: Readonly<Record<string, readonly string[]>> = Object.fromEntries((
  '单shan,dan 仇qiu,chou 解xie,jie 区ou,qu 曾zeng,ceng 查zha,cha 朴piao,pu 盖ge,gai 乐le,yue 长chang,zhang 行xing,hang 重zhong,chong 朝chao,zhao '
  + '召zhao,shao 晟sheng,cheng 茜qian,xi 莘shen,xin 贾jia,gu 都du,dou 柏bai,bo 车che,ju 参can,shen 藏zang,cang 覃qin,tan 翟zhai,di 尉wei,yu 缪miao,mou '
  + '宓mi,fu 员yun,yuan 盛sheng,cheng 沈shen,chen 宿su,xiu 叶ye,xie 折she,zhe 种chong,zhong 洗xian,xi 隗wei,kui 牟mou,mu 隽juan,jun 薄bo,bao 能nai,neng '
  + '颉jie,xie 蔚wei,yu 艾ai,yi 繁po,fan 黑he,hei 俞yu,shu 调diao,tiao 传chuan,zhuan 拓tuo,ta 夹jia,ga 扎zha,za 娜na,nuo 阿a,e').split(' ')
  .map(entry => [entry.charAt(0), entry.slice(1).split(',')] as const))
const MOST_READINGS = 6

/** Splits a name at its dots into characters, lower-case, width folded. */
function partsOf(name: string): string[][] {
  return name.normalize('NFKC').toLowerCase().split(DOTS).filter(part => part !== '').map(part => Array.from(part))
}

function surnameOf(parts: readonly string[][]): number {
  const first = parts[0] ?? []
  if (parts.length !== 1 || !/^\p{Script=Han}{2,4}$/u.test(first.join(''))) return 0
  return first.length > 2 && TWO_CHARACTER_SURNAMES.has(first.slice(0, 2).join('')) ? 2 : 1
}

/** The syllables of one part of a name; a letter stands for itself, and a character without a reading is the empty syllable. */
function syllablesOf(characters: readonly string[], surname: number): string[] {
  const text = characters.join('')
  const mode = surname > 0 ? ({ mode: 'surname', surname: 'head' } as const) : {}
  const read = seldom.pinyin(text, { ...mode, toneType: 'none', type: 'all', v: true, toneSandhi: false })
  const syllables = characters.map((character, index) => {
    const one = read[index]
    return one?.isZh && one.origin === character ? one.pinyin : /^[a-z0-9]$/.test(character) ? character : ''
  })
  const own = SURNAME_READINGS[characters.slice(0, surname).join('')]
  return own ? [...own.split(' '), ...syllables.slice(surname)] : syllables
}

/** The readings of a name, the likeliest first, then those with a second reading of one of its characters or of ü as yu. */
function readingsOf(name: string): { syllables: string[], starts: readonly number[], surname: number }[] {
  const parts = partsOf(name)
  const surname = surnameOf(parts)
  const first = parts.flatMap((part, index) => syllablesOf(part, index === 0 ? surname : 0))
  const starts = [0, ...(surname > 0 ? [surname] : [])]
  for (let at = 0, index = 0; index < parts.length - 1; index += 1) starts.push((at += parts[index]?.length ?? 0))
  const variants: string[][] = [first]
  parts.flat().forEach((character, index) => {
    const said = first[index] ?? ''
    const others = [...(SECOND_READINGS[character] ?? []), ...(said.includes('v') ? [said.replace('v', 'yu')] : [])].filter(one => one !== said)
    for (const other of others) {
      for (const variant of variants.slice()) if (variants.length < MOST_READINGS) variants.push(variant.with(index, other))
    }
  })
  return variants.map(syllables => ({ syllables, starts, surname }))
}

/** How a name is read, surnames by their own readings: 单 shan, 仇 qiu, 解 xie, 尉迟 yuchi. */
export function readingOf(name: string): NameReading {
  const [reading] = readingsOf(name)
  const syllables = (reading?.syllables ?? []).filter(syllable => syllable !== '')
  return {
    sortKey: syllables.join(' '),
    full: syllables.join(''),
    initials: syllables.map(syllable => syllable.charAt(0)).join(''),
    surnameLength: reading?.surname ?? 0,
  }
}

/** The readings of a name as lists of syllables, with the places where people begin to type: the whole, the given name, each part after a dot. */
export function spokenForms(name: string): { readonly syllables: readonly string[], readonly starts: readonly number[] }[] {
  return readingsOf(name)
}
