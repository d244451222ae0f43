/** Labels that most records share. */
export const common = {
  q: '关键词',
  name: '名称',
  state: '状态',
  region: '所在地',
  region_name: '所在地',
  region_fullName: '所在地',
  regionCode: '所在地',
  kind: '类型',
  note: '备注',
  createdAt: '登记时间',
  updatedAt: '更新时间',
}

/** How a person appears in any list. */
export const personal = {
  name: '姓名',
  person_name: '姓名',
  person_phone: '手机号',
  person_sex: '性别',
  phone: '手机号',
  sex: '性别',
  birthDate: '出生日期',
  birthYear: '出生年',
}
