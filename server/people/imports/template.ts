import { defineJob } from '../../kernel/runLongJobs'
import { sealContent } from '../../kernel/sealedFiles'
import { say } from '../../kernel/text'
import { writeXlsx, XLSX } from '../../kernel/writeSheet'
import { FIELDS } from './fields'

/** Makes the empty sheet: every column as text, so that no number loses its digits, and one invented row to write over. */
defineJob<object>({
  name: 'IMPORT_TEMPLATE', act: 'importTemplate', may: 'sheet.import',
  run: async work => {
    const ctx = await work.context()
    const { locale } = ctx.origin
    const title = locale === 'en' ? 'Volunteers' : '志愿者导入模板'
    const rows = async function* () {
      yield [FIELDS.map(field => field.example)]
    }
    const file = await sealContent(ctx, { name: `${title}.xlsx`, mediaType: XLSX, may: 'sheet.import', hours: 24 }, writeXlsx({ name: title, cover: null, heads: FIELDS.map(field => ({ title: field.title[locale], width: 16 })), rows: rows() }))
    return { message: say('模板已生成；请保持各列为文本格式，示例行可以删除。', 'The template is ready; keep its columns as text, and write over the example.'), file }
  },
})
