import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { ShowPage } from '../../ui/record/ShowPage'
import { ToneChip } from '../../ui/record/StateChip'
import type { CredentialRow } from './CredentialList'

/** One of the catalogue. */
export default function CredentialShow() {
  const word = useEnumWord()
  const translate = useTranslate()
  return <ShowPage<CredentialRow> beside={row => !row.active && <ToneChip label={translate('resources.credentials.outOfUse')} tone="quiet" />} summary={row => [{ label: 'kind', value: word('CredentialKind', row.kind) }]} />
}
