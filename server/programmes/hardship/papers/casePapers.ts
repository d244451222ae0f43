import { type DescribedField, definePaper, type PaperKind } from '../../../bureau/templates/definePaper'
import type { Block } from '../../../bureau/templates/writeDocx'

const field = (name: string, label: string, en: string, sample: string, must = false): DescribedField => ({ name, label, en, sample, must })

/** Who issues a paper, and how the office is reached. */
const issuer = [
  field('issuer', '出具单位', 'The issuing unit', '示例旗退役军人事务局'),
  field('phone', '联系电话', 'The office’s own phone', '0475-0000000'),
  field('issuedOn', '落款日期', 'The date under it, in words', '2026年11月26日'),
]
/** What stands in every decision. */
const decided = [
  field('number', '案件编号', 'The case’s number', 'HZ2026-00001', true),
  field('name', '姓名', 'Whom it is about', '示例某', true),
  field('category', '人员类别', 'Veteran, family …', '退役军人'),
  field('township', '苏木乡镇', 'Township', '示例镇'),
  field('village', '嘎查村', 'Village', '示例村'),
  field('kinds', '困难类型', 'The kinds of hardship', '突发事件'),
  field('appliedOn', '申请日期', 'When it was registered', '2026年11月2日'),
  field('decidedOn', '决定日期', 'When it was decided', '2026年11月24日', true),
  field('basis', '政策依据', 'The documents that the policy rests on', '《关于加强困难退役军人帮扶援助工作的意见》（退役军人部发〔2019〕62号）'),
]
/** How somebody objects, which a decision must say. */
const objection = [
  field('objectDays', '异议期限', 'How long after delivery it may be objected to', '15日'),
  field('objectWay', '异议办法', 'How it is objected to, in a sentence', '如对本决定有异议，可自收到之日起15日内向示例旗退役军人事务局书面提出，由未参与本决定的人员复核；联系电话0475-0000000。', true),
]

const title = (text: string): Block => ({ text, font: '宋体', size: 22, bold: true, align: 'center' })
const line = (text: string, more: object = {}): Block => ({ text, indent: 2, ...more })
const foot: readonly Block[] = [{ text: '{出具单位}', align: 'right', before: 28, keep: true }, { text: '{落款日期}', align: 'right' }]

/** The decision that help is given. */
export const caseApproval: PaperKind = definePaper({
  code: 'CASE_APPROVAL', zh: '困难帮扶援助决定书', en: 'Decision of approval',
  fields: [
    ...decided,
    field('amount', '帮扶金额', 'What may be given, in yuan; empty where it is goods and services alone', '5,000.00'),
    field('amountWords', '金额大写', 'The same in Chinese capitals', '伍仟元整'),
    field('reason', '决定意见', 'What the decider wrote', '符合帮扶援助条件，同意帮扶。'),
    field('household', '家庭人数', 'How many live in the household', '3'),
    ...objection, ...issuer,
  ],
  builtIn: [
    title('困难退役军人帮扶援助决定书'),
    { text: '编号：{案件编号}', align: 'right', before: 14 },
    { text: '{姓名}：', before: 14 },
    line('你（{人员类别}，居住在{苏木乡镇}{嘎查村}）于{申请日期}提出的帮扶援助申请，困难类型为：{困难类型}。经入户核实、苏木乡镇审核，我局依据{政策依据}，于{决定日期}作出决定：同意给予帮扶援助。'),
    { columns: [3, 7], rows: [['帮扶金额', '{#帮扶金额}人民币{帮扶金额}元（大写：{金额大写}）{/帮扶金额}{^帮扶金额}以实物、服务方式帮扶，不含资金{/帮扶金额}'], ['决定意见', '{决定意见}'], ['家庭人数', '{家庭人数}人']] },
    line('帮扶援助以资金、实物、服务等方式分项落实，由服务站与你联系。如情况发生变化，请及时告知。', { before: 8 }),
    line('{异议办法}'),
    line('骗取帮扶援助的，依法追回并追究责任。'),
    ...foot,
  ],
})

/** The decision that no help is given: in writing, with reasons, and how it is objected to (退役军人部发〔2019〕62号; rules.md 2.4). */
export const caseRefusal: PaperKind = definePaper({
  code: 'CASE_REFUSAL', zh: '不予帮扶援助决定书', en: 'Decision of refusal',
  fields: [...decided, field('reason', '不予批准的理由', 'Why no help is given', '经核实，所述困难已由其他政策保障，不符合帮扶援助条件。', true), ...objection, ...issuer],
  builtIn: [
    title('不予帮扶援助决定书'),
    { text: '编号：{案件编号}', align: 'right', before: 14 },
    { text: '{姓名}：', before: 14 },
    line('你（{人员类别}，居住在{苏木乡镇}{嘎查村}）于{申请日期}提出的帮扶援助申请，困难类型为：{困难类型}。经入户核实、苏木乡镇审核，我局依据{政策依据}，于{决定日期}作出决定：不予帮扶援助。'),
    line('理由如下：', { font: '黑体' }),
    line('{不予批准的理由}'),
    line('{异议办法}'),
    line('你仍可向服务站咨询其他部门的救助政策，服务站将协助转介。'),
    ...foot,
  ],
})

/** What is put up in the village: name and kind alone, so that no template can ask for more (programmes.md 4.5, rules.md 2.7). */
export const caseNotice: PaperKind = definePaper({
  code: 'CASE_NOTICE', zh: '帮扶援助公示', en: 'Village notice',
  fields: [
    field('name', '姓名', 'Whom it is about', '示例某', true),
    field('kinds', '困难类型', 'The kind of hardship, without illness or injury', '突发困难', true),
    field('noticeFrom', '公示开始日期', 'The first day of the notice', '2026年11月10日', true),
    field('noticeTo', '公示截止日期', 'The last day of the notice', '2026年11月16日', true),
    field('place', '公示地点', 'Where it hangs', '示例村村务公开栏'),
    field('township', '苏木乡镇', 'Township', '示例镇'),
    field('village', '嘎查村', 'Village', '示例村'),
    ...issuer,
  ],
  builtIn: [
    title('困难退役军人帮扶援助公示'),
    line('经本人申请、入户核实，拟将下列人员列为困难退役军人帮扶援助对象，现予公示。', { before: 28 }),
    { columns: [1, 1], head: true, rows: [['姓名', '困难类型'], ['{姓名}', '{困难类型}']] },
    line('公示时间：{公示开始日期}至{公示截止日期}。', { before: 8 }),
    line('公示地点：{公示地点}。'),
    line('公示期间如有异议，请向{出具单位}反映，联系电话：{联系电话}。反映情况应当实事求是，反映人信息予以保密。'),
    ...foot,
  ],
})
