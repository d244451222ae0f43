import '../../server/schema'
import { findAmiss } from '../../server/kernel/totals'
import { anActivity } from '../support/activities'
import { asOwner, stop, systemCtx } from '../support/app'
import { aPairing } from '../support/pairings'

afterAll(stop)

it('names each number that is kept and is not what it counts', async () => {
  const activity = await anActivity()
  const { volunteerId } = await aPairing()
  const [part] = await asOwner<{ id: string }[]>('SELECT id FROM activity_teams WHERE activityId = ?', [activity.id])
  const about = async (id: string) => (await findAmiss(await systemCtx())).filter(each => each.id === id).map(({ total, kept, counted }) => [total, kept, counted])
  expect([await about(volunteerId), await about(part!.id)]).toEqual([[], []])
  await asOwner('UPDATE teams SET memberCount = 7, veteranCount = 1 WHERE id = ?', [activity.teamId])
  await asOwner('UPDATE volunteers SET `load` = 4 WHERE id = ?', [volunteerId])
  await asOwner('UPDATE activity_teams SET attendance = 3, confirmedCount = 2 WHERE id = ?', [part!.id])
  expect(await about(activity.teamId)).toEqual([['teams.memberCount', 7, 1]])
  expect(await about(volunteerId)).toEqual([['volunteers.load', 4, 1]])
  expect(await about(part!.id)).toEqual([['activity_teams.attendance', 3, 0], ['activity_teams.confirmedCount', 2, 0]])
})
