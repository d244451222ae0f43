import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { halfWidth } from '../../kernel/halfWidth'
import { looksMasked } from '../../kernel/masks'
import { say } from '../../kernel/text'
import { phoneReasons, readPhone } from '../persons/phone'
import { Beneficiary } from './Beneficiary'
import { Contact } from './Contact'
import type { ContactInput } from './inputs'

/** Adds somebody to call about an elder in hand. */
export function addContact(ctx: Context, beneficiary: Beneficiary, input: ContactInput): Promise<Contact> {
  const contact = Contact.of({ beneficiaryId: beneficiary.id, regionCode: beneficiary.regionCode, phone: null, archived: false })
  writeContact(contact, input)
  return ctx.store.save(contact)
}

/** Adds a contact to an elder. */
export async function createContact(ctx: Context, beneficiaryId: string, input: ContactInput): Promise<Contact> {
  return addContact(ctx, await ctx.store.hold(Beneficiary, beneficiaryId), input)
}

/** Corrects a contact. A telephone number that is not given stays. */
export async function updateContact(ctx: Context, id: string, version: number, input: ContactInput): Promise<Contact> {
  const contact = await ctx.store.hold(Contact, id, version)
  writeContact(contact, input)
  return ctx.store.save(contact)
}

/** Takes a contact off the list; the record is kept. */
export async function archiveContact(ctx: Context, id: string, version: number): Promise<Contact> {
  const contact = await ctx.store.hold(Contact, id, version)
  contact.archived = true
  return ctx.store.save(contact, { action: 'ARCHIVE' })
}

function writeContact(contact: Contact, { kind, name, relation, phone }: ContactInput): void {
  const said = halfWidth(name)
  if (!said) throw new Invalid({ name: say('请填写姓名。', 'Give the name.') })
  contact.kind = kind
  contact.name = said
  if (relation !== undefined || contact.version === 0) contact.relation = relation ?? null
  if (phone === undefined) return
  if (phone && looksMasked(phone)) throw new Invalid({ phone: say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.') })
  const read = phone ? readPhone(phone) : null
  if (read && !read.ok) throw new Invalid({ phone: phoneReasons[read.reason] })
  contact.phone = read?.ok ? read.value : null
}
