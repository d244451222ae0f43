import englishMessages from 'ra-language-english'
import { activities } from './en/activities'
import { bulletins } from './en/bulletins'
import { bureau } from './en/bureau'
import { employerPages, employers } from './en/employers'
import { enums } from './en/enums'
import { hardship, hardshipPages } from './en/hardship'
import { hardshipParts } from './en/hardshipParts'
import { hours } from './en/hours'
import { overview } from './en/overview'
import { pairings } from './en/pairings'
import { people } from './en/people'
import { postFigureWords, postPages, posts, scan } from './en/posts'
import { shell } from './en/shell'
import type { Shape } from './Shape'
import type { ours as words } from './zh'

const { auditTrail, ...aside } = overview

/** Everything that the console says in English; the compiler holds its keys to the Chinese ones. */
export const ours: Shape<typeof words> = { ...shell, ...aside, scan, figures: { ...aside.figures, posts: postFigureWords }, pages: { ...aside.pages, ...employerPages, ...hardshipPages, ...postPages }, enums, resources: { ...bureau, ...people, ...hours, ...pairings, ...activities, ...hardship, ...hardshipParts, ...employers, ...posts, ...bulletins, auditTrail } }

/** The whole English catalogue. */
export const en = { ...englishMessages, ...ours }
