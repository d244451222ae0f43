import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Photos } from '../../ui/inputs/PhotosInput'
import { ToneChip } from '../../ui/record/StateChip'
import type { PostRecord, SiteCheck } from './Post'
import { ScoreTable } from './ScoreTable'

/** What was found at the place, each time that two people looked. */
export function SiteChecks({ row }: { row: PostRecord }) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {row.siteChecks.map(check => (
        <Check key={check.id} check={check} />
      ))}
    </Box>
  )
}

function Check({ check: { checkedOn, checker, secondChecker, score, most, passed, findings, scores, photoIds } }: { check: SiteCheck }) {
  const translate = useTranslate()
  const names = [checker?.name, secondChecker?.name].filter(Boolean).join(translate('resources.pioneerPosts.and'))
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h3" sx={{ fontSize: '1rem', fontWeight: 600 }}>
          {checkedOn}
        </Typography>
        <span>{names}</span>
        <ToneChip label={`${translate('resources.pioneerPosts.scores.total', { score, most })} · ${translate(passed ? 'resources.pioneerPosts.scores.reached' : 'resources.pioneerPosts.scores.missed')}`} tone={passed ? 'good' : 'bad'} />
      </Box>
      {findings && <Typography sx={{ whiteSpace: 'pre-line' }}>{findings}</Typography>}
      {photoIds.length > 0 && <Photos ids={photoIds} />}
      <ScoreTable scores={scores} label={checkedOn} />
    </Box>
  )
}
