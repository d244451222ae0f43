import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { REVEALING } from '../../kernel/reveal'
import { type Drawn, drawPaper } from '../../kernel/paper'
import { say } from '../../kernel/text'
import { keepPace, type Pace } from '../../kernel/throttle'
import { Person } from '../persons/Person'
import { Volunteer } from '../volunteers/Volunteer'
import { Certificate } from './Certificate'
import { certificatePaper } from './certificatePaper'

/** A paper takes the machine most of a second, so that nobody prints without end. */
const PRINTING: Pace = { by: ctx => ctx.actor.id, limit: async () => ({ tries: 10, minutes: 1 }) }

interface Noted {
  certificate: Certificate
  idCard: string | null
}

/**
 * The paper as PDF, drawn when it is asked for, which leaves a line in the trail. The resident ID number stands there masked;
 * in full only for whoever may reveal it and says why, and never in the code.
 */
export async function printCertificate(ctx: Context, id: string, { origin, reason }: { origin: string; reason?: string }): Promise<Drawn & { name: string }> {
  ctx.actor.mustBeAllowed('certificate.read')
  const whole = reason !== undefined
  if (whole) ctx.actor.mustBeAllowed('person.revealIdCard')
  if (whole && !reason.trim()) throw new Invalid({ reason: say('请说明打印完整证件号码的原因。', 'Say why the whole number is needed.') })
  const note = (): Promise<Noted> => ctx.transact('printCertificate', async inner => {
    const held = await inner.store.get(Certificate, id)
    if (!held.content) throw new WrongState(held.state, [], say('审批后才能打印。', 'It can be printed once it is approved.'))
    inner.store.remark('Certificate', held.id, held.regionCode, { action: whole ? 'PRINT_WITH_ID' : 'PRINT', note: reason ?? null })
    return { certificate: held, idCard: whole ? await idCardOf(inner, held) : null }
  }) as Promise<Noted>
  const { certificate, idCard } = await keepPace('printCertificate', PRINTING, ctx, () => (whole ? keepPace('reveal', REVEALING, ctx, note) : note()))
  const checkAddress = `${origin}/#/verify?number=${certificate.number}&code=${certificate.checkCode}`
  return { name: `${certificate.number}.pdf`, ...(await drawPaper(certificatePaper({ certificate, checkAddress, idCard, printedOn: ctx.today }))) }
}

async function idCardOf({ store }: Context, { volunteerId }: Certificate): Promise<string | null> {
  const volunteer = await store.beyondReach.get(Volunteer, volunteerId)
  return (await store.beyondReach.hold(Person, volunteer.personId)).idCard
}
