import { setSubmissionErrors } from 'ra-core'
import { createFormControl, type Field } from 'react-hook-form'
import { placeErrors } from '../../admin/ui/record/placeErrors'
import { joinSentences } from '../../admin/ui/record/sentences'

const noInput = '这位老人已有负责人。'

/** A form with two inputs, and one that has left the page since. */
function aForm() {
  const form = createFormControl({ defaultValues: { note: '', photoIds: [], gone: '' } })
  for (const name of ['note', 'photoIds', 'gone'] as const) form.register(name)
  ;(form.control._fields.gone as Field)._f.mount = false
  return form
}

it('puts what the server minds under its input, a part’s under the whole’s, and hands back the sentences of what has none', () => {
  const { control } = aForm()
  const minded = { note: '太长了。', 'photoIds.1': '这张图片不是您的。', beneficiaryId: noInput, gone: '要填写。' }
  expect(placeErrors(minded, control as never)).toEqual({ under: { note: '太长了。', photoIds: '这张图片不是您的。' }, elsewhere: [noInput, '要填写。'] })
})

it('lets a form be sent again whatever the server minded', async () => {
  const form = aForm()
  let sent = 0
  const send = form.handleSubmit(() => {
    sent++
    setSubmissionErrors(placeErrors({ note: '太长了。', beneficiaryId: noInput, 'photoIds.1': '这张图片不是您的。' }, form.control as never).under, form.setError as never)
  })
  await send()
  await send()
  expect(sent).toBe(2)
})

it('puts sentences together as the language does', () => {
  expect([joinSentences(['不能登记。', noInput], 'zh'), joinSentences(['Not so.', 'Nor so.'], 'en')]).toEqual([`不能登记。${noInput}`, 'Not so. Nor so.'])
})
