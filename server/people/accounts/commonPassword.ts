/** What whoever guesses at this product's passwords tries first. */
const OF_THIS_PLACE = ['laobing', 'naiman', 'tongliao', '老兵', '奈曼', '通辽']

/** Rows of signs that fingers run along. */
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'].flatMap(row => [row.repeat(3), [...row].reverse().join('').repeat(3)])

/** Digits and signs that commonly stand for letters. */
const MEANT: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const read = (text: string): string => plain(text).replace(/[013457@$!]/g, sign => MEANT[sign]!)

let listed: Promise<ReadonlySet<string>> | undefined
/** Some fifty thousand passwords that many people have; read when the first new password is to be judged, not before. */
const list = (): Promise<ReadonlySet<string>> => (listed ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])))

/** Whether a password contains the user name or a word of this place, however it is spelt. */
export function namesItsPlace(password: string, username: string): boolean {
  return [username, ...OF_THIS_PLACE].some(word => plain(password).includes(plain(word)) || read(password).includes(read(word)))
}

/** Whether a password is one that many people have, alone, repeated or with digits and signs about it, or fingers running along a row. */
export async function isCommon(password: string): Promise<boolean> {
  const known = await list()
  const small = plain(password)
  const unit = /^(.+?)\1+$/u.exec(small)?.[1]
  if (unit || ROWS.some(row => row.includes(small))) return true
  const forms = [small, read(password)].flatMap(form => [form, form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''), form.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')])
  return [...forms, read(small.replace(/[^\p{L}]+$/gu, ''))].some(form => known.has(form))
}
