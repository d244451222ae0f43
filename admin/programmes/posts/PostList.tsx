import BarChartIcon from '@mui/icons-material/BarChart'
import ViewWeekIcon from '@mui/icons-material/ViewWeek'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { PlaqueSheet } from './PlaqueSheet'
import { LIVE, type PostRow } from './Post'
import { PostStateChip, PostWarnings } from './postChips'
import { postQuery } from './postQuery'

/** The register of posts. */
export default function PostList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const columns: Column<PostRow>[] = [
    { source: 'title', card: 'title', wrap: true },
    { source: 'employer.name', wrap: true, render: row => row.employer?.name ?? '–' },
    {
      source: 'state',
      card: 'chip',
      render: row => (
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
          <PostStateChip state={row.state} />
          <PostWarnings row={row} />
        </Box>
      ),
    },
    { source: 'plaqueNo' },
    { source: 'validTo' },
    { source: 'region.name', wrap: true, render: row => row.region?.fullName ?? '–' },
    { source: 'lastLoggedOn', hidden: true },
    { source: 'veteranCount', align: 'right', hidden: true },
    { source: 'number', hidden: true },
    { source: 'placeKind', hidden: true, render: row => word('PostPlaceKind', row.placeKind) },
    { source: 'place', hidden: true, wrap: true },
    { source: 'employer.kind', hidden: true, render: row => word('EmployerKind', row.employer?.kind) },
    { source: 'appliedOn', hidden: true },
    { source: 'grantedOn', hidden: true },
  ]
  return (
    <ListPage<PostRow>
      columns={columns}
      sort={{ field: 'number', order: 'DESC' }}
      asked={{ state: LIVE }}
      actions={
        may('dashboard.read') && (
          <>
            <Button component={RouterLink} to="/postBoard" variant="outlined" startIcon={<ViewWeekIcon />}>
              {translate('pages.postBoard.name')}
            </Button>
            <Button component={RouterLink} to="/postFigures" variant="outlined" startIcon={<BarChartIcon />}>
              {translate('pages.postFigures.name')}
            </Button>
          </>
        )
      }
      query={[...postQuery.slice(0, 2), { source: 'state', kind: 'enum', of: 'PostState', many: true }, ...postQuery.slice(2)]}
      bulk={may('post.recommend') || may('post.grant') ? (_, rows) => <PlaqueSheet rows={rows} /> : undefined}
    />
  )
}
