import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../../ui/enums'
import { Photos } from '../../../ui/inputs/PhotosInput'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import type { CaseRecord } from '../HardshipCase'
import { Entries, Entry } from './Entries'

/** Contacts and follow-ups, the latest first, and where a case was handed on. */
export function CaseContacts({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <>
      <Entries title={translate('resources.followUps.name', { smart_count: 2 })} empty={{ title: translate('resources.followUps.none'), hint: row.nextFollowUpOn ? translate('resources.followUps.next', { day: row.nextFollowUpOn }) : undefined }}>
        {[...(row.followUps ?? [])].reverse().map(look => (
          <Entry
            key={look.id}
            head={
              <>
                <StateChip of="FollowUpResult" value={look.result} />
                {[look.followedOn, word('ContactWay', look.way), look.madeBy?.name].filter(Boolean).join(' · ')}
              </>
            }
          >
            {look.note}
            {look.photoIds.length > 0 && <Photos ids={look.photoIds} />}
          </Entry>
        ))}
      </Entries>
      <Entries title={translate('resources.caseContacts.name', { smart_count: 2 })} empty={{ title: translate('resources.caseContacts.none') }}>
        {[...(row.contacts ?? [])].reverse().map(contact => (
          <Entry
            key={contact.id}
            head={
              <>
                <ToneChip label={translate(`resources.caseContacts.${contact.reached ? 'reached' : 'missed'}`)} tone={contact.reached ? 'good' : 'warning'} />
                {[contact.contactedOn, word('ContactWay', contact.way), contact.madeBy?.name].filter(Boolean).join(' · ')}
              </>
            }
          >
            {contact.note}
          </Entry>
        ))}
      </Entries>
      {(row.transfers?.length ?? 0) > 0 && (
        <Entries title={translate('resources.caseTransfers.name', { smart_count: 2 })}>
          {row.transfers!.map(one => (
            <Entry
              key={one.id}
              head={
                <>
                  <StateChip of="CaseTransferState" value={one.state} />
                  {[one.askedOn, `${one.from?.name ?? '–'} → ${one.to?.name ?? one.toRegion?.fullName ?? '–'}`].join(' · ')}
                </>
              }
            >
              {[one.reason, one.answer].filter(Boolean).join(' · ')}
            </Entry>
          ))}
        </Entries>
      )}
    </>
  )
}
