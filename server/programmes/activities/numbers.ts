import { defineSetting } from '../../bureau/settings/defineSetting'

/** The numbers of activities that the bureau may set (programmes.md 4.2). */
export const numbers = {
  stationMost: defineSetting({ key: 'activity.stationMost', default: 50, unit: '人', zh: '服务站可审批的活动人数上限，超过由局审批', en: 'Most people of an activity that a station may approve', source: '[D] programmes.md 4.2', least: 1, most: 5000 }),
  mostHours: defineSetting({ key: 'activity.mostHours', default: 12, unit: '小时', zh: '一次活动最长时间', en: 'Longest activity', source: '[D]', least: 1, most: 24 }),
  adultAge: defineSetting({ key: 'activity.adultAge', default: 18, unit: '岁', zh: '参加有危险的活动的最低年龄', en: 'Least age for a dangerous activity', source: '[S] rules.md 2.1, 突发事件应对法 39', least: 18, most: 30 }),
  statedInsurance: defineSetting({ key: 'activity.statedInsurance', default: 0, unit: '0/1', zh: '报名时自填的保险是否直接有效（否则须工作人员核实）', en: 'Whether an insurance that a volunteer states counts unconfirmed', source: '[D] rules.md 2.1, 条例 17', least: 0, most: 1 }),
  remindHours: defineSetting({ key: 'activity.remindHours', default: 24, unit: '小时', zh: '开始前多久提醒已录取的人', en: 'Hours before the start when whoever has a place is reminded', source: '[D] programmes.md 4.2', least: 0, most: 168 }),
  dangerousMostAge: defineSetting({ key: 'activity.dangerousMostAge', default: 75, unit: '岁', zh: '参加有危险的活动的最高年龄', en: 'Greatest age for a dangerous activity', source: '[S] programmes.md 4.1', least: 50, most: 120 }),
  codeSeconds: defineSetting({ key: 'activity.codeSeconds', default: 60, unit: '秒', zh: '签到码多久更换', en: 'Seconds until the check-in code changes', source: '[D]', least: 15, most: 600 }),
  codeSteps: defineSetting({ key: 'activity.codeSteps', default: 2, unit: '个', zh: '更换后旧签到码还可用几个周期', en: 'Changes that a check-in code outlives', source: '[D]', least: 0, most: 10 }),
  codeTries: defineSetting({ key: 'activity.codeTries', default: 10, unit: '次', zh: '签到码最多输错几次', en: 'Wrong check-in codes until the leader must help', source: '[D]', least: 3, most: 100 }),
  inBefore: defineSetting({ key: 'activity.checkInBefore', default: 30, unit: '分钟', zh: '开始前多久可以签到', en: 'Minutes before the start from which one may check in', source: '[D] programmes.md 4.2', least: 0, most: 240 }),
  inAfter: defineSetting({ key: 'activity.checkInAfter', default: 30, unit: '分钟', zh: '开始后多久仍可签到', en: 'Minutes after the start until which one may check in', source: '[D] programmes.md 4.2', least: 0, most: 480 }),
  tolerance: defineSetting({ key: 'activity.tolerance', default: 30, unit: '分钟', zh: '时长可超出活动时间多少', en: 'Minutes that service may exceed the activity by', source: '[S] programmes.md 4.2', least: 0, most: 240 }),
  closeDays: defineSetting({ key: 'activity.closeDays', default: 3, unit: '天', zh: '活动结束后几天内总结', en: 'Days within which an activity is summed up', source: '[S] programmes.md 4.2', least: 1, most: 30 }),
  approveDays: defineSetting({ key: 'activity.approveDays', default: 3, unit: '个工作日', zh: '审批等待几个工作日提醒', en: 'Working days until a waiting approval is reported', source: '[S] programmes.md 4.2', least: 1, most: 30 }),
  fewDays: defineSetting({ key: 'activity.fewDays', default: 2, unit: '天', zh: '开始前几天仍报名不足提醒', en: 'Days before the start when too few sign-ups are reported', source: '[D] programmes.md 4.2', least: 0, most: 30 }),
  outHours: defineSetting({ key: 'activity.missingOutHours', default: 2, unit: '小时', zh: '活动结束多久未签退提醒', en: 'Hours after the end when a missing check-out is reported', source: '[D] programmes.md 4.2', least: 0, most: 48 }),
  drillsCount: defineSetting({ key: 'duty.drillsCount', default: 0, unit: '0/1', zh: '演练是否计入每月活动', en: 'Whether a drill satisfies the monthly duty', source: '[D] programmes.md 4.2', least: 0, most: 1 }),
  warnDay: defineSetting({ key: 'duty.warnDay', default: 20, unit: '日', zh: '每月几日起提醒队长未开展活动', en: 'Day of the month from which the leader is told that the duty is open', source: '[S] programmes.md 4.1', least: 1, most: 28 }),
  alarmDay: defineSetting({ key: 'duty.alarmDay', default: 28, unit: '日', zh: '每月几日起提醒服务站未开展活动', en: 'Day of the month from which the station is told that the duty is open', source: '[S] programmes.md 4.1', least: 1, most: 28 }),
} as const
