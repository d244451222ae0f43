import type { Context } from '../../kernel/context'
import { ConsentNotice } from './ConsentNotice'

/** The wording that every installation starts with. */
const FIRST = {
  edition: '2026-1',
  fromOn: '2026-01-01',
  textZh:
    '一、由奈曼旗退役军人事务局及所属服务中心（站）收集和使用您的信息，用于志愿者实名登记、组织志愿服务、记录服务时长和出具证明，不作其他用途。\n二、收集姓名、身份证号、手机号、居住地、是否退役军人、特长；身份证号和手机号加密保存，工作人员查看须说明原因并留下记录。\n三、信息保存至您退出志愿服务且法定保存期满为止；申请未通过的，只用于答复。\n四、您可以向所在苏木乡镇退役军人服务站查询、更正、复制或删除您的信息，也可以随时撤回同意、退出志愿服务。\n五、志愿服务出于自愿、不取报酬；未经您本人同意，不公开您的信息。',
  textEn:
    '1. The veterans affairs bureau of Naiman banner and its stations collect and use your data to register volunteers by their real names, to organise service, to record hours and to certify them, and for nothing else.\n2. They collect name, resident ID number, telephone, residence, whether you are a veteran, and skills. ID number and telephone are encrypted; whoever looks at them gives a reason, which is kept.\n3. The data is kept until you leave and the periods of the law have ended; of an application that is declined it is used for the answer only.\n4. At the station of your township you may ask for your data, have it corrected, copied or deleted, take back your consent and leave at any time.\n5. Service is of your own will and without pay; nothing about you is published without your own consent.',
}

/** Loads the first notice where there is none yet; from then on the bureau words it. */
export async function loadNotices(ctx: Context): Promise<void> {
  if (await ctx.store.query(ConsentNotice).exists()) return
  await ctx.transact('loadNotices', inner => inner.store.save(ConsentNotice.of({ ...FIRST, writtenById: inner.actor.id, writtenByName: '随系统安装' })))
}
