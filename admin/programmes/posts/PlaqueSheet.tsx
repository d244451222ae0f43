import QrCode2Icon from '@mui/icons-material/QrCode2'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMay } from '../../ui/Console'
import { usePaper } from '../../ui/record/usePaper'
import { HANGING, type PostRow } from './Post'

/** The plaques of posts to be printed, several to a page, each with its code; only of posts under a plaque. */
export function PlaqueSheet({ rows }: { rows: readonly Pick<PostRow, 'id' | 'state' | 'plaqueNo'>[] }) {
  const translate = useTranslate()
  const may = useMay()
  const { fetchPaper, running } = usePaper()
  const printed = rows.filter(({ state, plaqueNo }) => plaqueNo !== null && HANGING.includes(state))
  if (!may('post.recommend') && !may('post.grant')) return null
  if (printed.length === 0) return null
  return (
    <Button variant="outlined" startIcon={<QrCode2Icon />} loading={running} onClick={() => void fetchPaper(`/papers/plaques?ids=${printed.map(({ id }) => id).join(',')}`, `${printed.length === 1 ? printed[0]!.plaqueNo : translate('resources.pioneerPosts.plaques')}.pdf`)}>
      {translate('resources.pioneerPosts.plaqueSheet', { smart_count: printed.length })}
    </Button>
  )
}
