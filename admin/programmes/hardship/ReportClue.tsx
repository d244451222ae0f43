import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Alert, AlertTitle, Box, Button } from '@mui/material'
import { required, ResourceContextProvider, SaveContextProvider, useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { detailsOf } from '../../data/Refusal'
import { useConsole, useMay, useMe } from '../../ui/Console'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { PersonInput } from '../../ui/inputs/RecordPicker'
import { RegionInput } from '../../ui/inputs/RegionInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { FormBody, type Outcome, Wide } from '../../ui/record/FormBody'
import type { FormValues } from '../../ui/record/FormPage'
import { newKey } from '../../ui/record/newKey'
import { PageHead } from '../../ui/shell/PageHead'

/** Says that somebody may be in hardship; what comes back is the receipt. */
export const REPORT_CLUE = 'mutation reportClue($input: ClueInput!) { reportClue(input: $input) { id reportedOn dueOn } }'

/** All that whoever reports sees of a clue. */
export interface Receipt {
  id: string
  reportedOn: string
  dueOn: string | null
}

/** What a role reports as, where nobody says otherwise. */
const AS: Readonly<Record<string, string>> = { volunteer: 'VOLUNTEER', teamLeader: 'VOLUNTEER', villageLiaison: 'VILLAGE' }

/** The form for a clue, for everybody who meets people: also for those who see no case, who are told by when it is taken up. */
export default function ReportClue() {
  const translate = useTranslate()
  const may = useMay()
  const { provider } = useConsole()
  const [search] = useSearchParams()
  const role = useMe()?.account.role ?? ''
  const outcome = useRef<Outcome>({})
  const key = useRef(newKey())
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const reads = may('case.read')
  const save = async (values: Partial<FormValues>): Promise<unknown> => {
    try {
      const { reportClue } = await provider.send<{ reportClue: Receipt }>(REPORT_CLUE, { input: { ...values, clientKey: key.current } })
      outcome.current = { saved: reportClue as unknown as Row }
      return undefined
    } catch (error) {
      outcome.current = { refused: error as Error }
      return detailsOf(error).errors
    }
  }
  const show = (saved: Row): string => {
    setReceipt(saved as unknown as Receipt)
    return '/reportClue'
  }
  const again = (): void => {
    key.current = newKey()
    setReceipt(null)
  }
  return (
    <ResourceContextProvider value="hardshipCases">
      <PageHead title={translate('pages.reportClue.name')} crumbs={reads ? [{ label: translate('resources.hardshipCases.name', { smart_count: 2 }), to: '/hardshipCases' }] : [{ label: translate('console.groups.programmes') }]} actions={may('sheet.import') && <ToSheet />} />
      {receipt ? (
        <ReceiptOf receipt={receipt} reads={reads} onAgain={again} />
      ) : (
        <SaveContextProvider value={{ save, saving: false, mutationMode: 'pessimistic' } as never}>
          <Alert severity="info" sx={{ mb: 2, maxWidth: 880 }}>
            {translate('pages.reportClue.hint')}
          </Alert>
          <FormBody values={{ personId: search.get('personId'), name: '', phone: '', regionCode: null, source: AS[role] ?? 'PERSON', cause: null, text: '', urgent: false }} outcome={outcome} redirect={show} back="/" draft="reportClue" clientKey={key}>
            <ClueInputs />
          </FormBody>
        </SaveContextProvider>
      )}
    </ResourceContextProvider>
  )
}

/** To where a whole list is reported. */
function ToSheet() {
  const translate = useTranslate()
  return (
    <Button component={RouterLink} to="/clueSheet" variant="outlined" startIcon={<UploadFileIcon />}>
      {translate('pages.clueSheet.name')}
    </Button>
  )
}

/** Who, where, what; whoever reads the registry chooses from it, and anybody may name somebody who is not in it. */
function ClueInputs() {
  const may = useMay()
  return (
    <>
      {may('person.read') && <PersonInput source="personId" helperText="pages.reportClue.personHint" />}
      <TextInput source="name" label="pages.reportClue.fields.name" maxLength={50} helperText={may('person.read') ? 'pages.reportClue.nameHint' : undefined} />
      <TextInput source="phone" label="pages.reportClue.fields.phone" type="tel" maxLength={20} />
      <RegionInput source="regionCode" helperText="pages.reportClue.regionHint" />
      <EnumInput source="source" of="ClueSource" only={['PERSON', 'VILLAGE', 'VOLUNTEER', 'DEPARTMENT', 'PETITION']} validate={required()} />
      <EnumInput source="cause" of="CaseCause" />
      <Wide>
        <TextInput source="text" label="pages.reportClue.fields.text" rows={4} maxLength={1000} validate={required()} helperText="pages.reportClue.textHint" />
      </Wide>
      <FlagInput source="urgent" helperText="pages.reportClue.urgentHint" />
    </>
  )
}

function ReceiptOf({ receipt, reads, onAgain }: { receipt: Receipt; reads: boolean; onAgain: () => void }) {
  const translate = useTranslate()
  return (
    <Alert severity="success" sx={{ maxWidth: 880 }}>
      <AlertTitle>{translate('pages.reportClue.done')}</AlertTitle>
      {translate('pages.reportClue.doneHint', { day: receipt.dueOn ?? receipt.reportedOn })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {reads && (
          <Button component={RouterLink} to={`/hardshipCases/${receipt.id}/show`} variant="contained">
            {translate('pages.reportClue.open')}
          </Button>
        )}
        <Button variant="outlined" onClick={onAgain}>
          {translate('pages.reportClue.again')}
        </Button>
      </Box>
    </Alert>
  )
}
