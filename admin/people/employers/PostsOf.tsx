import AddIcon from '@mui/icons-material/Add'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useMay } from '../../ui/Console'
import { RelatedList } from '../../ui/list/RelatedList'
import { StateChip } from '../../ui/record/StateChip'
import { EmptyState } from '../../ui/views/EmptyState'
import type { EmployerRecord } from './Employer'

/** An employer's posts, with the way to apply for one. */
export function PostsOf({ row }: { row: EmployerRecord }) {
  const translate = useTranslate()
  const may = useMay()
  const apply = row.state === 'ACTIVE' && may('post.apply') && (
    <Button component={RouterLink} to={`/pioneerPosts/create?employerId=${row.id}`} variant="contained" startIcon={<AddIcon />}>
      {translate('resources.pioneerPosts.create')}
    </Button>
  )
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>{apply}</Box>
      <RelatedList<Row>
        of="pioneerPosts"
        filter={{ employerId: row.id }}
        sort={{ field: 'number', order: 'DESC' }}
        columns={[{ source: 'title', card: 'title' }, { source: 'state', card: 'chip', render: ({ state }) => <StateChip of="PostState" value={state} /> }, { source: 'place' }, { source: 'plaqueNo' }, { source: 'validTo' }]}
        empty={<EmptyState title={translate('resources.employers.noPosts')} hint={translate('resources.employers.noPostsHint')} />}
      />
    </>
  )
}
