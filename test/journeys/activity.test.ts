import { loadFoundation } from '../../server/seeds/foundation'
import { clockOf } from '../../admin/ui/days'
import { TeamTier } from '../../server/people/teams/Team'
import { aLedTeam } from '../support/activities'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, visitor } from '../support/browser'
import { account, flaws, giveCredentials, signIn } from '../support/console'
import { aVolunteer } from '../support/people'

const VILLAGE = '150525101201'

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await product()
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

const local = (minutes: number): string => clockOf(new Date(Date.now() + minutes * 60_000)).replace(' ', 'T')

it('is planned on a phone, approved, published, signed up for, come to by the code, summed up and confirmed; the matrix shows it and the hours are booked', async () => {
  const { team } = await aLedTeam(VILLAGE, TeamTier.VILLAGE)
  const helper = await aVolunteer({ regionCode: VILLAGE, teamId: team.id, name: '示例志愿九' })
  const [led, station, own] = [await visitor(390), await visitor(), await visitor(390)]
  await signIn(led, await account('teamLeader', { teamId: team.id, regionCode: VILLAGE }))
  await signIn(station, await account('stationWorker', { regionCode: '150525101000' }))

  // The leader plans for the next hours: the form stands filled in, but for the title and the place.
  await led.page.goto('/#/activities/create')
  await led.page.getByLabel(/活动名称/).fill('清扫村部广场')
  await led.page.getByLabel(/^地点/).fill('村部门前')
  await led.page.getByLabel(/开始时间/).fill(local(2))
  await led.page.getByLabel(/结束时间/).fill(local(62))
  expect(await flaws(led)).toEqual([])
  await led.picture('plan')
  await led.page.getByRole('button', { name: '保存' }).click()
  await led.page.waitForURL(/activities\/\w{26}\/show/)
  const id = /activities\/(\w{26})/.exec(led.page.url())![1]!
  const path = `/#/activities/${id}/show`
  const press = async (who: typeof led, name: string, fill: () => Promise<void> = async () => undefined): Promise<void> => {
    await who.page.goto('/#/')
    await who.page.goto(path)
    await who.page.getByRole('button', { name, exact: true }).first().click()
    await fill()
    await who.page.getByRole('dialog').getByRole('button', { name, exact: true }).dblclick()
    await who.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await press(led, '提交审批')
  await press(station, '批准')
  await press(led, '发布', async () => {
    await led.page.getByRole('dialog').getByLabel(/^风险提示/).fill('广场有冰，注意滑倒')
    await led.page.getByRole('dialog').getByLabel(/文明实践云编号/).fill('WM-2026-9')
  })

  // The volunteer signs up on a phone, having read the risks.
  await signIn(own, await account('volunteer', { volunteerId: helper.id, personId: helper.personId, regionCode: VILLAGE }))
  await press(own, '报名', async () => {
    await own.page.getByText('广场有冰，注意滑倒').last().waitFor()
    await own.page.getByRole('dialog').getByRole('checkbox').check()
    await own.picture('sign-up')
  })
  await own.page.getByText(/已录取，请按时参加/).waitFor()
  expect(await flaws(own)).toEqual([])

  // The code that the leader holds up leads there, also for who must sign in first, and back.
  await led.page.goto(`/#/activityCode/${id}`)
  await led.page.getByRole('img', { name: '签到二维码' }).waitFor()
  await led.picture('code')
  expect(await flaws(led)).toEqual([])
  const { url } = await product()
  const linkOf = async (purpose: 'IN' | 'OUT'): Promise<string> => {
    const answer = await led.page.request.post(`${url}/graphql`, { data: { query: 'query($id: ID!, $purpose: CheckPurpose!) { checkCode(activityId: $id, purpose: $purpose) { path } }', variables: { id, purpose } } })
    return ((await answer.json()) as { data: { checkCode: { path: string } } }).data.checkCode.path
  }
  const fresh = await visitor(390)
  const username = await account('volunteer', { volunteerId: helper.id, personId: helper.personId, regionCode: VILLAGE })
  await fresh.page.goto(await linkOf('IN'))
  await giveCredentials(fresh, username)
  await fresh.page.getByText('签到成功').first().waitFor()
  await fresh.picture('checked-in')
  expect(await flaws(fresh)).toEqual([])

  // An hour later: the clock of the row goes on, not the test's.
  await asOwner('UPDATE activities SET startsAt = startsAt - INTERVAL 61 MINUTE, endsAt = endsAt - INTERVAL 61 MINUTE WHERE id = ?', [id])
  await asOwner('UPDATE sign_ups SET checkedInAt = checkedInAt - INTERVAL 61 MINUTE WHERE activityId = ?', [id])
  await fresh.page.goto('/#/')
  await fresh.page.goto(await linkOf('OUT'))
  await fresh.page.getByText('签退成功').first().waitFor()

  await led.page.goto(`${path}?tab=signUps`)
  await led.page.getByRole('button', { name: /按签到签退确认 1 人/ }).click()
  await led.page.getByRole('dialog').getByRole('button', { name: '确认出勤' }).click()
  await led.page.getByText('已确认').first().waitFor()
  await led.picture('attendance')
  expect(await flaws(led)).toEqual([])
  await press(led, '总结', async () => {
    await led.page.getByRole('dialog').getByLabel(/活动总结/).fill('清扫广场，清走积雪')
    await led.page.getByRole('dialog').getByLabel(/服务人数/).fill('40')
    await led.page.getByRole('dialog').getByLabel(/没有照片的原因/).fill('手机没电')
  })
  await press(station, '确认归档')
  await station.page.getByText('已归档').first().waitFor()
  await station.picture('archived')
  expect(await flaws(station)).toEqual([])

  await station.page.goto(`/#/dutyMatrix?region=150525101000&tier=VILLAGE`)
  const row = station.page.getByRole('row').filter({ hasText: team.name })
  await row.getByRole('link', { name: /^完成/ }).first().waitFor()
  await station.picture('matrix')
  expect(await flaws(station)).toEqual([])
  const [booked] = await asOwner("SELECT COUNT(*) AS n, SUM(minutes) AS minutes FROM service_records WHERE volunteerId = ? AND sourceType = 'SignUp' AND state = 'CONFIRMED'", [helper.id])
  expect(booked!.n).toBe(1)
  expect((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [helper.id]))[0]!.n).toBe(Number(booked!.minutes))
}, 240_000)
