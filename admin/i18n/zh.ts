import { activities } from './zh/activities'
import { bulletins } from './zh/bulletins'
import { bureau } from './zh/bureau'
import { employerPages, employers } from './zh/employers'
import { enums } from './zh/enums'
import { hardship, hardshipPages } from './zh/hardship'
import { hardshipParts } from './zh/hardshipParts'
import { hours } from './zh/hours'
import { overview } from './zh/overview'
import { pairings } from './zh/pairings'
import { people } from './zh/people'
import { postFigureWords, postPages, posts, scan } from './zh/posts'
import { reactAdmin } from './zh/reactAdmin'
import { shell } from './zh/shell'

const { auditTrail, ...aside } = overview

/** Everything that the console says in Chinese; a new programme adds its own file here. */
export const ours = { ...shell, ...aside, scan, figures: { ...aside.figures, posts: postFigureWords }, pages: { ...aside.pages, ...employerPages, ...hardshipPages, ...postPages }, enums, resources: { ...bureau, ...people, ...hours, ...pairings, ...activities, ...hardship, ...hardshipParts, ...employers, ...posts, ...bulletins, auditTrail } }

/** The whole Chinese catalogue. */
export const zh = { ...reactAdmin, ...ours }
