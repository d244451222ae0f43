import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { PostRecord } from '../Post'
import { applyForms } from './apply'
import { checkForms } from './check'
import { endForms } from './end'
import { keepForms } from './keep'

/** What each act on a post asks for. */
export const postForms = (row: PostRecord): Readonly<Record<string, ActionForm>> => ({ ...applyForms(row), ...checkForms(row), ...keepForms(row), ...endForms(row) })
