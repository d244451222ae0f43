/** The words for the values of the enums of the help that a case gets. */
export const measureEnums = {
  MeasureKind: { MONEY: '资金', GOODS: '物资', SERVICE: '服务', REFERRAL: '转介', JOB: '就业', MEDICAL: '医疗', EDUCATION: '教育', LEGAL: '法律' },
  MeasureState: { PLANNED: '已计划', APPROVED: '已批准', DONE: '已落实', FAILED: '未落实' },
  FundSource: { CENTRAL: '中央', AUTONOMOUS_REGION: '自治区', CITY: '市', BANNER: '旗', CARE_FUND: '关爱基金', DONATION: '社会捐赠', UNIT: '帮扶单位', OTHER: '其他' },
  GivingWay: { TRANSFER: '银行转账', SUBSIDY_CARD: '一卡通', CASH: '现金', IN_PERSON: '当面交付' },
  Department: { CIVIL_AFFAIRS: '民政', MEDICAL_INSURANCE: '医保', HUMAN_RESOURCES: '人社', HOUSING: '住建', DISABLED_FEDERATION: '残联', EDUCATION: '教育', JUSTICE: '司法', CARE_FUND: '关爱基金' },
  ReferralState: { SENT: '已转出', ACCEPTED: '已受理', REJECTED: '未受理', DONE: '已办结' },
  FollowUpResult: { SOLVED: '已解决', BETTER: '好转', SAME: '无变化', WORSE: '加重', NOT_REACHED: '未联系上' },
} as const

/** What the trail calls the records of help. */
export const measureEntities = {
  Measure: '帮扶措施',
  Referral: '转介',
  FollowUp: '回访',
} as const

/** What the trail calls the acts of help. */
export const measureActs = {
  planMeasures: '制定帮扶方案',
  changeMeasure: '修改帮扶措施',
  approveMeasure: '批准帮扶措施',
  deliverMeasure: '登记帮扶落实',
  failMeasure: '登记措施未落实',
  sendReferral: '转介其他部门',
  answerReferral: '登记部门答复',
  finishReferral: '登记转介办结',
  recordFollowUp: '登记回访',
  seekHelpers: '征集结对战友',
  clueTemplate: '下载线索导入模板',
  importClues: '导入线索表格',
} as const
