import { say, type Text } from '../../kernel/text'

/** A code table of a national standard: the name of each code in the two languages. */
export type CodeTable = Readonly<Record<string, Text>>

/** Sex, GB/T 2261.1. */
export const sexes = {
  '0': say('未知的性别', 'Unknown'),
  '1': say('男性', 'Male'),
  '2': say('女性', 'Female'),
  '9': say('未说明的性别', 'Not stated'),
} as const satisfies CodeTable

/** A code of GB/T 2261.1. */
export type SexCode = keyof typeof sexes

/** Marital status, GB/T 2261.2. */
export const maritalStatuses = {
  '10': say('未婚', 'Never married'),
  '20': say('已婚', 'Married'),
  '21': say('初婚', 'Married, first time'),
  '22': say('再婚', 'Remarried'),
  '23': say('复婚', 'Remarried to the same spouse'),
  '30': say('丧偶', 'Widowed'),
  '40': say('离婚', 'Divorced'),
  '90': say('未说明', 'Not stated'),
} as const satisfies CodeTable

/** A code of GB/T 2261.2. */
export type MaritalCode = keyof typeof maritalStatuses

/** Political status, GB/T 4762. */
export const politicalStatuses = {
  '01': say('中共党员', 'Member of the Communist Party'),
  '02': say('中共预备党员', 'Probationary member of the Communist Party'),
  '03': say('共青团员', 'Member of the Communist Youth League'),
  '04': say('民革党员', 'Member of the Revolutionary Committee of the Kuomintang'),
  '05': say('民盟盟员', 'Member of the Democratic League'),
  '06': say('民建会员', 'Member of the National Democratic Construction Association'),
  '07': say('民进会员', 'Member of the Association for Promoting Democracy'),
  '08': say('农工党党员', "Member of the Peasants' and Workers' Democratic Party"),
  '09': say('致公党党员', 'Member of the Zhi Gong Party'),
  '10': say('九三学社社员', 'Member of the Jiusan Society'),
  '11': say('台盟盟员', 'Member of the Taiwan Democratic Self-Government League'),
  '12': say('无党派人士', 'Without party affiliation'),
  '13': say('群众', 'General public'),
} as const satisfies CodeTable

/** A code of GB/T 4762. */
export type PoliticalCode = keyof typeof politicalStatuses

/** Education, first level of GB/T 4658. */
export const educations = {
  '10': say('研究生教育', 'Postgraduate'),
  '20': say('大学本科教育', 'Undergraduate'),
  '30': say('大学专科教育', 'Junior college'),
  '40': say('中等职业教育', 'Secondary vocational school'),
  '60': say('普通高级中学教育', 'Senior middle school'),
  '70': say('初级中学教育', 'Junior middle school'),
  '80': say('小学教育', 'Primary school'),
  '90': say('其他', 'Other'),
} as const satisfies CodeTable

/** A code of the first level of GB/T 4658. */
export type EducationCode = keyof typeof educations

/** Ethnic groups, GB/T 3304. */
export const ethnicGroups = {
  '01': say('汉族', 'Han'),
  '02': say('蒙古族', 'Mongol'),
  '03': say('回族', 'Hui'),
  '04': say('藏族', 'Tibetan'),
  '05': say('维吾尔族', 'Uyghur'),
  '06': say('苗族', 'Miao'),
  '07': say('彝族', 'Yi'),
  '08': say('壮族', 'Zhuang'),
  '09': say('布依族', 'Bouyei'),
  '10': say('朝鲜族', 'Korean'),
  '11': say('满族', 'Manchu'),
  '12': say('侗族', 'Dong'),
  '13': say('瑶族', 'Yao'),
  '14': say('白族', 'Bai'),
  '15': say('土家族', 'Tujia'),
  '16': say('哈尼族', 'Hani'),
  '17': say('哈萨克族', 'Kazakh'),
  '18': say('傣族', 'Dai'),
  '19': say('黎族', 'Li'),
  '20': say('傈僳族', 'Lisu'),
  '21': say('佤族', 'Wa'),
  '22': say('畲族', 'She'),
  '23': say('高山族', 'Gaoshan'),
  '24': say('拉祜族', 'Lahu'),
  '25': say('水族', 'Sui'),
  '26': say('东乡族', 'Dongxiang'),
  '27': say('纳西族', 'Naxi'),
  '28': say('景颇族', 'Jingpo'),
  '29': say('柯尔克孜族', 'Kyrgyz'),
  '30': say('土族', 'Tu'),
  '31': say('达斡尔族', 'Daur'),
  '32': say('仫佬族', 'Mulao'),
  '33': say('羌族', 'Qiang'),
  '34': say('布朗族', 'Blang'),
  '35': say('撒拉族', 'Salar'),
  '36': say('毛南族', 'Maonan'),
  '37': say('仡佬族', 'Gelao'),
  '38': say('锡伯族', 'Xibe'),
  '39': say('阿昌族', 'Achang'),
  '40': say('普米族', 'Pumi'),
  '41': say('塔吉克族', 'Tajik'),
  '42': say('怒族', 'Nu'),
  '43': say('乌孜别克族', 'Uzbek'),
  '44': say('俄罗斯族', 'Russian'),
  '45': say('鄂温克族', 'Evenki'),
  '46': say('德昂族', "De'ang"),
  '47': say('保安族', 'Bonan'),
  '48': say('裕固族', 'Yugur'),
  '49': say('京族', 'Gin'),
  '50': say('塔塔尔族', 'Tatar'),
  '51': say('独龙族', 'Derung'),
  '52': say('鄂伦春族', 'Oroqen'),
  '53': say('赫哲族', 'Hezhe'),
  '54': say('门巴族', 'Monba'),
  '55': say('珞巴族', 'Lhoba'),
  '56': say('基诺族', 'Jino'),
  '97': say('其他', 'Other'),
  '98': say('外国血统中国籍人士', 'Chinese citizen of foreign descent'),
} as const satisfies CodeTable

/** A code of GB/T 3304. */
export type EthnicCode = keyof typeof ethnicGroups

/** The codes of a table in their standard's order (an object puts '10' before '01'). */
export function codesOf<T extends CodeTable>(table: T): (keyof T & string)[] {
  return Object.keys(table).sort()
}

/** Whether a text is a code of the table. */
export function isCodeOf<T extends CodeTable>(table: T, code: string): code is keyof T & string {
  return Object.hasOwn(table, code)
}

/** The code that a text in a sheet means: the code itself, the Chinese name, or its short form (蒙古, 男, 党员, 团员); null when none is. */
export function findCode<T extends CodeTable>(table: T, text: string): (keyof T & string) | null {
  const said = text.normalize('NFKC').replace(/\s/g, '')
  if (isCodeOf(table, said)) return said
  if (/^\d$/.test(said) && isCodeOf(table, '0' + said)) return '0' + said as keyof T & string
  const bare = (name: string): string => name.replace(/(?<=.)(族|教育|性)$/, '').replace(/^(中共|共青)/, '')
  return codesOf(table).find(code => table[code]?.zh === said || bare(table[code]?.zh ?? '') === said) ?? null
}
