import { Box, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { ShowPage } from '../../ui/record/ShowPage'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { FeedbackOf } from './feedback/FeedbackOf'
import { postForms } from './forms'
import { HoldersOf } from './HoldersOf'
import { LogsOf } from './logs/LogsOf'
import { ObjectionsOf } from './ObjectionsOf'
import { PlaqueSheet } from './PlaqueSheet'
import type { PostRecord } from './Post'
import { PostNext } from './PostNext'
import { PostOverview } from './PostOverview'
import { PostWarnings } from './postChips'
import { ReviewsOf } from './reviews/ReviewsOf'
import { SiteChecks } from './SiteChecks'

/** How many actions stand as buttons on a desk. */
const IN_SIGHT = 3

/** What brings a post on first, then what keeps it up, then what is seldom wanted. */
const ORDER = ['SUBMIT', 'ANSWER_OBJECTION', 'RECOMMEND', 'INSPECT', 'PUBLISH_NOTICE', 'GRANT', 'CONFIRM_RECTIFIED', 'REVIEW', 'LOG', 'RENEW', 'RETURN_PLAQUE', 'OBJECT', 'UPDATE', 'CHANGE_HOLDERS', 'RETURN', 'RECTIFY', 'REJECT', 'REVOKE', 'WITHDRAW']

/** A post: whose it is and where, how far it has come, who is at it, what was found, what it did, and what may be done now. */
export default function PostShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  return (
    <ShowPage<PostRecord>
      title={row => row.title}
      states="PostState"
      beside={row => <PostWarnings row={row} />}
      actions={row => (
        <>
          <Acts row={row} />
          <PlaqueSheet rows={[row]} />
        </>
      )}
      summary={row => [
        { label: 'employer', value: <Whose row={row} /> },
        { label: 'region', value: row.region?.fullName },
        { label: 'place', value: [word('PostPlaceKind', row.placeKind), row.place].filter(Boolean).join(' · ') },
        { label: 'veteranCount', value: row.holders.filter(({ to }) => to === null).map(({ person }) => person?.name).filter(Boolean).join(translate('resources.pioneerPosts.and')) || '–' },
        row.plaqueNo !== null && { label: 'plaqueNo', value: row.plaqueNo },
        row.validTo !== null && { label: 'validity', value: `${row.grantedOn ?? ''} – ${row.validTo}` },
        row.lastLoggedOn !== null && { label: 'lastLoggedOn', value: row.lastLoggedOn },
      ]}
      notice={row => <PostNext row={row} />}
      tabs={[
        { key: 'overview', content: row => <PostOverview row={row} /> },
        { key: 'holders', content: row => <HoldersOf row={row} /> },
        { key: 'logs', content: row => <LogsOf row={row} />, hidden: row => row.grantedOn === null },
        { key: 'siteChecks', content: row => <SiteChecks row={row} />, hidden: row => row.siteChecks.length === 0 },
        { key: 'objections', content: row => <ObjectionsOf row={row} />, hidden: row => row.noticeFrom === null },
        { key: 'reviews', content: row => <ReviewsOf row={row} />, hidden: row => row.reviews.length === 0 },
        { key: 'feedback', content: row => <FeedbackOf row={row} />, hidden: row => row.plaqueNo === null || !may('post.answerFeedback') },
      ]}
    />
  )
}

/** What may be done now, what brings the post on first. */
function Acts({ row }: { row: PostRecord }) {
  return <WorkflowButtons forms={postForms(row)} only={ORDER} inSight={IN_SIGHT} />
}

/** Whose post it is, which leads to the register. */
function Whose({ row: { employer } }: { row: PostRecord }) {
  const may = useMay()
  const word = useEnumWord()
  if (!employer) return <>–</>
  return (
    <Box component="span">
      {may('employer.read') ? (
        <Link component={RouterLink} to={`/employers/${employer.id}/show`}>
          {employer.name}
        </Link>
      ) : (
        employer.name
      )}
      {` · ${word('EmployerKind', employer.kind)}`}
    </Box>
  )
}
