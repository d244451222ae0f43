import { ConsentNotice } from '../bureau/consentNotices/ConsentNotice'
import { idAt } from '../kernel/entity'

/** The wording to which the invented volunteers agreed when they joined, before the present one. */
export function makeNotices(): ConsentNotice[] {
  const at = new Date('2022-03-28T01:00:00Z')
  const textZh = '一、本表信息由奈曼旗退役军人事务局及所属服务站收集，用于志愿者登记和组织志愿服务。\n二、信息由服务站保管，不向无关人员提供。\n三、本人自愿参加志愿服务，可以随时退出。'
  const textEn = '1. The bureau and its stations collect these data to register volunteers and to organise service.\n2. The station keeps them and gives them to nobody who has no part in it.\n3. One serves of one’s own will, and may leave at any time.'
  return [ConsentNotice.of({ id: idAt(at), createdAt: at, updatedAt: at, edition: '2022-1', textZh, textEn, fromOn: '2022-03-28', writtenById: idAt(at), writtenByName: '局管理员' })]
}
