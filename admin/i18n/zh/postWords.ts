/** The words of employers and pioneer posts: the values of their enums. */
export const postEnums = {
  EmployerKind: { GOVERNMENT: '机关', INSTITUTION: '事业单位', STATE_FIRM: '国有企业', PRIVATE_FIRM: '民营企业', SELF_EMPLOYED: '个体工商户', SOCIAL_ORG: '社会组织' },
  EmployerState: { ACTIVE: '在业', CLOSED: '已注销', MERGED: '已合并' },
  EmploymentEnd: { LEFT: '离职', RETIRED: '退休', DIED: '去世', CLOSED: '单位注销', MISTAKE: '登记有误' },
  EmployerLikenessReason: { CREDIT_CODE: '信用代码相同', NAME: '名称相同', NAME_PART: '名称相近且同一苏木乡镇', PHONE: '联系电话相同' },
}

/** What the trail calls their records. */
export const postEntities = {
  Employer: '用人单位',
  Employment: '在职记录',
  EmployerMerge: '单位合并',
}

/** What the trail calls their acts. */
export const postActs = {
  createEmployer: '登记用人单位',
  updateEmployer: '修改用人单位',
  closeEmployer: '注销用人单位',
  recordEmployment: '登记在职',
  correctEmployment: '更正在职记录',
  endEmployment: '登记离职',
  mergeEmployers: '合并用人单位',
  decideEmployerMerge: '确认单位合并',
  undoEmployerMerge: '撤销单位合并',
}
