import { defineJob } from '../../../kernel/runLongJobs'
import { sealContent } from '../../../kernel/sealedFiles'
import { say } from '../../../kernel/text'
import { writeXlsx, XLSX } from '../../../kernel/writeSheet'
import { CLUE_FIELDS } from './fields'

/** Makes the empty sheet: every column as text, and one invented row to write over. */
defineJob<object>({
  name: 'CLUE_TEMPLATE', act: 'clueTemplate', may: 'sheet.import',
  run: async work => {
    const ctx = await work.context()
    const { locale } = ctx.origin
    const title = locale === 'en' ? 'Clues' : '困难线索导入模板'
    const rows = async function* () {
      yield [CLUE_FIELDS.map(field => field.example)]
    }
    const file = await sealContent(ctx, { name: `${title}.xlsx`, mediaType: XLSX, may: 'sheet.import', hours: 24 }, writeXlsx({ name: title, cover: null, heads: CLUE_FIELDS.map(field => ({ title: field.title[locale], width: 18 })), rows: rows() }))
    return { message: say('模板已生成；请保持各列为文本格式，示例行请改写或删除。', 'The template is ready; keep its columns as text, and write over the example.'), file }
  },
})
