import type { nationalCodes as words } from '../zh/nationalCodes'
import type { Shape } from '../Shape'

/** The national code tables in English: GB/T 2261, 3304, 4658, 4754 and 4762. */
export const nationalCodes: Shape<typeof words> = {
  SexCode: {
    '0': 'Unknown', '1': 'Male', '2': 'Female', '9': 'Not stated',
  },
  MaritalStatus: {
    '10': 'Never married', '20': 'Married', '21': 'Married, first time', '22': 'Remarried', '23': 'Remarried to the same spouse',
    '30': 'Widowed', '40': 'Divorced', '90': 'Not stated',
  },
  PoliticalStatus: {
    '01': 'Member of the Communist Party', '02': 'Probationary member of the Communist Party', '03': 'Member of the Communist Youth League',
    '04': 'Member of the Revolutionary Committee of the Kuomintang', '05': 'Member of the Democratic League',
    '06': 'Member of the National Democratic Construction Association', '07': 'Member of the Association for Promoting Democracy',
    '08': "Member of the Peasants' and Workers' Democratic Party", '09': 'Member of the Zhi Gong Party',
    '10': 'Member of the Jiusan Society', '11': 'Member of the Taiwan Democratic Self-Government League', '12': 'Without party affiliation',
    '13': 'General public',
  },
  Education: {
    '10': 'Postgraduate', '20': 'Undergraduate', '30': 'Junior college', '40': 'Secondary vocational school', '60': 'Senior middle school',
    '70': 'Junior middle school', '80': 'Primary school', '90': 'Other',
  },
  EthnicGroup: {
    '01': 'Han', '02': 'Mongol', '03': 'Hui', '04': 'Tibetan', '05': 'Uyghur', '06': 'Miao', '07': 'Yi', '08': 'Zhuang', '09': 'Bouyei',
    '10': 'Korean', '11': 'Manchu', '12': 'Dong', '13': 'Yao', '14': 'Bai', '15': 'Tujia', '16': 'Hani', '17': 'Kazakh', '18': 'Dai',
    '19': 'Li', '20': 'Lisu', '21': 'Wa', '22': 'She', '23': 'Gaoshan', '24': 'Lahu', '25': 'Sui', '26': 'Dongxiang', '27': 'Naxi',
    '28': 'Jingpo', '29': 'Kyrgyz', '30': 'Tu', '31': 'Daur', '32': 'Mulao', '33': 'Qiang', '34': 'Blang', '35': 'Salar', '36': 'Maonan',
    '37': 'Gelao', '38': 'Xibe', '39': 'Achang', '40': 'Pumi', '41': 'Tajik', '42': 'Nu', '43': 'Uzbek', '44': 'Russian', '45': 'Evenki',
    '46': "De'ang", '47': 'Bonan', '48': 'Yugur', '49': 'Gin', '50': 'Tatar', '51': 'Derung', '52': 'Oroqen', '53': 'Hezhe', '54': 'Monba',
    '55': 'Lhoba', '56': 'Jino', '97': 'Other', '98': 'Chinese citizen of foreign descent',
  },
  Industry: {
    A: 'Agriculture, forestry, husbandry, fishery', B: 'Mining', C: 'Manufacturing', D: 'Electricity, heat, gas and water', E: 'Construction',
    F: 'Wholesale and retail', G: 'Transport, storage and post', H: 'Hotels and catering', I: 'Information technology', J: 'Finance',
    K: 'Real estate', L: 'Leasing and business services', M: 'Science and technical services', N: 'Water, environment and public facilities', O: 'Household services, repairs and others',
    P: 'Education', Q: 'Health and social work', R: 'Culture, sport and entertainment', S: 'Public administration and social organisations', T: 'International organisations',
  },
}
