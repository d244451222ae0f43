import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router-dom'
import { useConsole } from '../../ui/Console'
import { CreatePage } from '../../ui/record/FormPage'
import { WHOLE } from '../../ui/record/whole'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import type { ActivityRecord } from './Activity'
import { ActivityFields } from './ActivityFields'
import { copyOf, freshForm, inputOf } from './activityInput'

/** Plans an activity, from nothing or from an earlier one; whoever has one team need not choose it. */
export default function ActivityCreate() {
  const { provider } = useConsole()
  const [search] = useSearchParams()
  const from = search.get('from')
  const { data, error, refetch } = useQuery({
    queryKey: ['planFrom', from],
    gcTime: 0,
    queryFn: async () => {
      if (from) return copyOf((await provider.getOne<ActivityRecord>('activities', { id: from, meta: WHOLE })).data)
      const { data: teams, total } = await provider.getList('teams', { filter: {}, pagination: { page: 1, perPage: 1 } })
      return { ...freshForm(), ...(total === 1 && { teamId: String(teams[0]!.id) }) }
    },
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <CreatePage keyed defaults={data} toInput={inputOf}>
      <ActivityFields fresh />
    </CreatePage>
  )
}
