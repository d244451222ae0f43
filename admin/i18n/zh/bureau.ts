import { common } from './common'

/** The words for the bureau's own registers. */
export const bureau = {
  regions: {
    name: '行政区划',
    empty: '区划由安装时导入。',
    fields: { ...common, code: '区划代码', fullName: '全称', level: '级别', parentCode: '上级', validFrom: '启用日期', validTo: '停用日期', aliases: '别名', needsSquad: '需建小分队', hasStation: '设有服务站' },
  },
  stations: {
    name: '服务中心（站）',
    create: '登记服务站',
    empty: '请先登记旗服务中心和苏木乡镇服务站。',
    fields: { ...common, address: '地址', phone: '电话', head: '负责人', openedOn: '成立日期', closedOn: '撤销日期' },
  },
  plans: {
    name: '年度工作方案',
    create: '制定方案',
    empty: '请从上一年方案复制，或新建本年度方案。',
    fields: { ...common, year: '年度', title: '标题', documentNo: '文号', issuedOn: '印发日期', teamsDueOn: '建队期限', reportDueOn: '上报期限', villageTeams: '嘎查村队目标', minimumMembers: '每队最少人数', minimumVeterans: '小分队退役军人最少人数', activitiesPerMonth: '每月活动次数' },
    actions: { copy: { name: '复制为下一年度', consequence: '复制全部目标和期限，日期顺延一年，复制后可修改。', done: '已复制' } },
  },
  programmes: {
    name: '服务项目',
    create: '登记本地项目',
    empty: '旗级九个项目由安装时写入。',
    fields: { ...common, code: '项目代码', purpose: '内容', services: '服务内容', openedOn: '开始日期', closedOn: '结束日期', ofTownship: '所属苏木乡镇' },
  },
  settings: {
    name: '参数设置',
    empty: '没有可设置的参数。',
    fields: { ...common, key: '参数', value: '取值', unit: '单位', meaning: '说明', source: '依据' },
  },
  workingDays: {
    name: '工作日历',
    create: '登记特殊日期',
    empty: '请按国务院公布的放假安排登记。',
    fields: { ...common, day: '日期', works: '是否上班', year: '年度' },
  },
  accounts: {
    name: '账号',
    create: '开通账号',
    empty: '还没有账号。',
    fields: {
      ...common,
      username: '用户名',
      displayName: '姓名',
      role: '角色',
      teamId: '服务队',
      volunteerId: '志愿者',
      personId: '人员',
      password: '初始密码',
      mustChangePassword: '须修改密码',
      totpConfirmed: '动态验证码',
      lockedUntil: '锁定至',
      lastSignInAt: '最近登录',
    },
    actions: {
      DISABLE: { name: '停用', consequence: '停用后立即退出全部登录，不能再登录。', done: '已停用' },
      ENABLE: { name: '启用', consequence: '启用后可以重新登录。', done: '已启用' },
      UNLOCK: { name: '解除锁定', consequence: '清除连续输错的记录，可以立即登录。', done: '已解除锁定' },
      RESET: { name: '重置密码', consequence: '设置临时密码，下次登录时必须修改。', done: '已重置' },
    },
  },
}
