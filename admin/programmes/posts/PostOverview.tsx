import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMay } from '../../ui/Console'
import { useEnumWord, valuesOf } from '../../ui/enums'
import { Facts } from '../../ui/record/Facts'
import { ToneChip } from '../../ui/record/StateChip'
import { QrCode } from '../../ui/shell/QrCode'
import { HANGING, type PostRecord } from './Post'
import { scanAddress } from './scan/scanAddress'
import { usePostServices } from './usePostServices'

/** What a post offers and promises, who brought it forward, what is publicly seen of it. */
export function PostOverview({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  const may = useMay()
  const { nameOfService } = usePostServices()
  const said = (who: { name: string } | null, day: string | null): string | null => [who?.name, day].filter(Boolean).join(' · ') || null
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: row.plaqueNo ? 'minmax(0, 1fr) 240px' : 'minmax(0, 1fr)' } }}>
      <Facts
        items={[
          { label: 'services', value: row.services.map(nameOfService).join(translate('resources.pioneerPosts.and')), wide: true },
          row.serviceNote !== null && { label: 'serviceNote', value: row.serviceNote, wide: true },
          row.openingHours !== null && { label: 'openingHours', value: row.openingHours },
          { label: 'promises', value: <Promises has={row.promises} />, wide: true },
          row.pledge !== null && { label: 'pledge', value: row.pledge, wide: true },
          row.appliedOn !== null && { label: 'appliedOn', value: said(row.appliedBy, row.appliedOn) },
          row.recommendedOn !== null && { label: 'recommendedOn', value: said(row.recommendedBy, row.recommendedOn) },
          row.recommendation !== null && { label: 'recommendation', value: row.recommendation, wide: true },
          row.score !== null && { label: 'score', value: translate('resources.pioneerPosts.scoreOf', { score: row.score, mark: row.rule.checkPassMark }) },
          row.noticeFrom !== null && { label: 'notice', value: `${row.noticeFrom} – ${row.noticeTo ?? ''} · ${row.noticePlace ?? ''}` },
          row.grantedOn !== null && { label: 'grantedOn', value: said(row.grantedBy, row.renewedOn ?? row.grantedOn) },
          row.endedOn !== null && { label: 'endedOn', value: [row.endedOn, row.stateReason].filter(Boolean).join(' · '), wide: true },
          row.plaqueReturnedOn !== null && { label: 'plaqueReturnedOn', value: row.plaqueReturnedOn },
          { label: 'number', value: row.number },
          may('dashboard.read') && { label: 'rule', value: row.rule.name },
        ]}
      />
      {row.plaqueNo && HANGING.includes(row.state) && (
        <Box sx={{ textAlign: 'center', display: 'grid', justifyItems: 'center', gap: 1, alignContent: 'start', color: 'text.secondary', fontSize: '0.875rem' }}>
          <QrCode text={scanAddress(row.plaqueNo)} label={translate('resources.pioneerPosts.code')} />
          {translate('resources.pioneerPosts.codeHint')}
        </Box>
      )}
    </Box>
  )
}

/** The six that a post has: those it has, and those it lacks. */
function Promises({ has }: { has: readonly string[] }) {
  const word = useEnumWord()
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75 }}>
      {valuesOf('PostPromise').map(promise => (
        <ToneChip key={promise} tone={has.includes(promise) ? 'good' : 'quiet'} label={`${has.includes(promise) ? '✓' : '✗'} ${word('PostPromise', promise)}`} />
      ))}
    </Box>
  )
}
