import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import { defineSheet, inWords, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { personColumns } from '../persons/sheet'
import { Beneficiary } from './Beneficiary'
import { BeneficiaryKind, BeneficiaryState, ConsentState, RiskGrade } from './enums'
import { BeneficiaryFilter, BeneficiarySort } from './inputs'
import { searchBeneficiaries } from './searchBeneficiaries'

export const kinds = wordsFor<BeneficiaryKind>('BeneficiaryKind', { ORPHANED_ELDER: say('孤寡', 'Without family'), EMPTY_NEST: say('空巢', 'Children away'), DISABLED: say('残障', 'Disabled'), OLDEST: say('高龄', 'Very old'), SICK: say('患病', 'Ill'), NEEDY: say('困难', 'In hardship'), COMRADE: say('战友', 'Comrade') })
export const grades = wordsFor<RiskGrade>('RiskGrade', { HIGH: say('高', 'High'), KEY: say('重点', 'Key'), GENERAL: say('一般', 'General') })
const states = wordsFor<BeneficiaryState>('BeneficiaryState', { PROPOSED: say('已推荐', 'Proposed'), ASSESSED: say('已评估', 'Assessed'), WAITING: say('待结对', 'Waiting'), PAIRED: say('已结对', 'Paired'), PAUSED: say('暂停', 'Paused'), ENDED: say('已结束', 'Ended') })
const consents = wordsFor<ConsentState>('ConsentState', { MISSING: say('未取得', 'Missing'), GIVEN: say('已同意', 'Given'), LEGAL_GROUND: say('有法定依据', 'On legal ground'), WITHDRAWN: say('已撤回', 'Withdrawn') })
const titles = { kinds: say('类别', 'Kinds'), grade: say('风险等级', 'Risk grade'), state: say('状态', 'State'), consent: say('同意情况', 'Consent'), alone: say('独居', 'Lives alone') }

/** Those looked after, as they may leave: neither illness nor address in full. */
export const beneficiarySheet = defineSheet<Beneficiary, BeneficiaryFilter, BeneficiarySort>({
  name: 'beneficiaries', title: say('服务对象', 'Service recipients'), type: Beneficiary, may: 'beneficiary.read', filter: BeneficiaryFilter, sort: BeneficiarySort, rows: searchBeneficiaries,
  columns: [
    ...personColumns<Beneficiary>(row => row.person),
    { key: 'state', title: titles.state, width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'kinds', title: titles.kinds, width: 18, value: (row, ctx) => inWords(kinds, row.kinds, ctx) },
    { key: 'grade', title: titles.grade, width: 10, value: (row, ctx) => inWords(grades, row.grade, ctx) },
    ...placeColumns<Beneficiary>(),
    { key: 'consentState', title: titles.consent, width: 14, value: (row, ctx) => inWords(consents, row.consentState, ctx) },
    { key: 'unpairedSince', title: say('待结对起始', 'Waiting since'), width: 12, value: row => row.unpairedSince },
    { key: 'livesAlone', title: titles.alone, width: 8, value: (row, ctx) => yesNo(row.livesAlone, ctx) },
    { key: 'visitEvery', title: say('走访间隔（天）', 'Days between visits'), width: 12, value: row => row.visitEvery },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, kinds: { title: titles.kinds, words: kinds }, grade: { title: titles.grade, words: grades }, state: { title: titles.state, words: states },
    consentState: { title: titles.consent, words: consents }, unpaired: { title: say('未结对', 'Unpaired') }, livesAlone: { title: titles.alone },
    matched: { title: say('已有结对', 'With a pairing') }, dueIn: { title: say('当月应走访', 'Contact due in') }, contactedIn: { title: say('当月已联系', 'Contacted in') },
  },
})
