import type { Context } from '../../kernel/context'
import { Credential, CredentialKind } from './Credential'

/** What most activities of a bureau ask for; the bureau keeps the catalogue from then on. */
const FIRST: Readonly<Record<CredentialKind, readonly string[]>> = {
  TRAINING: ['志愿服务基础培训', '急救与心肺复苏', '防汛抢险演练', '消防安全培训', '老年人照护', '心理疏导培训'],
  QUALIFICATION: ['执业医师资格证', '执业护士资格证', '红十字救护员证', '社会工作者职业资格证', '心理咨询师证', '电工作业证', '教师资格证', '机动车驾驶证'],
}

/** Loads the first catalogue where there is none yet. */
export async function loadCredentials(ctx: Context): Promise<void> {
  if (await ctx.store.query(Credential).exists()) return
  await ctx.transact('loadCredentials', async inner => {
    for (const kind of Object.values(CredentialKind)) for (const name of FIRST[kind]) await inner.store.save(Credential.of({ kind, name, active: true }))
  })
}
