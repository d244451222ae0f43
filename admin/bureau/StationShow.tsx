import { useEnumWord } from '../ui/enums'
import { ShowPage } from '../ui/record/ShowPage'

/** A station. */
export default function StationShow() {
  const word = useEnumWord()
  return (
    <ShowPage
      summary={row => [
        { label: 'kind', value: word('StationKind', row.kind as string) },
        { label: 'region', value: (row.region as { fullName: string }).fullName },
        { label: 'officePhone', value: row.officePhone ? <a href={`tel:${String(row.officePhone)}`}>{String(row.officePhone)}</a> : null },
        { label: 'place', value: row.place as string | null },
      ]}
    />
  )
}
