import CampaignIcon from '@mui/icons-material/Campaign'
import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useConsole, useMay } from '../../ui/Console'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { REPORT_CLUE, type Receipt } from './ReportClue'

/** Makes a clue of a visit or a need in one act: of whom, where and what, the record itself tells. */
export function ClueFrom({ source, id }: { source: 'VISIT' | 'NEED'; id: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const may = useMay()
  const { provider } = useConsole()
  const [open, setOpen] = useState(false)
  if (!may('case.report')) return null
  const run = async (values: Record<string, unknown>, clientKey: string): Promise<void> => {
    const { reportClue } = await provider.send<{ reportClue: Receipt }>(REPORT_CLUE, { input: { ...values, text: values.text || null, source, sourceId: id, clientKey } })
    notify(translate('pages.reportClue.doneHint', { day: reportClue.dueOn ?? reportClue.reportedOn }), { type: 'success' })
  }
  return (
    <>
      <Button variant="outlined" startIcon={<CampaignIcon />} onClick={() => setOpen(true)}>
        {translate('pages.reportClue.from')}
      </Button>
      {open && (
        <ActionDialog title="pages.reportClue.from" consequence="pages.reportClue.fromConsequence" confirm="pages.reportClue.from" resource="hardshipCases" defaults={{ cause: null, text: '', urgent: false }} onClose={() => setOpen(false)} run={run}>
          <EnumInput source="cause" of="CaseCause" />
          <TextInput source="text" label="pages.reportClue.fields.text" rows={3} maxLength={1000} helperText="pages.reportClue.fromHint" />
          <FlagInput source="urgent" helperText="pages.reportClue.urgentHint" />
        </ActionDialog>
      )}
    </>
  )
}
