import { stop } from '../support/app'
import { closeBrowser, visitor } from '../support/browser'
import { flaws } from '../support/console'

afterAll(stop)

it('sees what is wrong with a page, and a request to the outside: what the journeys rest upon', async () => {
  const who = await visitor(390)
  await who.page.goto('/')
  await who.page.locator('input[autocomplete=username]').waitFor()
  expect(await flaws(who)).toEqual([])
  await who.page.evaluate(() => {
    document.body.innerHTML = '<main><h1>一</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button><p>这一行字太淡</p><div>宽</div></main>'
    // The page's policy allows no style that stands in its text.
    Object.assign(document.querySelector('p')!.style, { color: '#eee', background: '#fff' })
    document.querySelector('div')!.style.width = '900px'
  })
  expect((await flaws(who)).map(flaw => flaw.split(':')[0]).sort()).toEqual(['button-name', 'color-contrast', 'image-alt', 'moves sideways'])
  await who.page.goto('http://outside.invalid/').catch(() => undefined)
  await expect(closeBrowser()).rejects.toThrow(/sent requests to the outside: http:\/\/outside\.invalid\//)
})
