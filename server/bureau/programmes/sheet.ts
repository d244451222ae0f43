import { wordsFor } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { ProgrammeCode } from './ProgrammeCode'

/** The programmes by name, for sheets. */
export const programmes = wordsFor<ProgrammeCode>('ProgrammeCode', {
  FRONTLINE: say('最美逆行', 'Frontline'), STORYTELLING: say('星火燎原', 'Storytelling'), COMRADES: say('手拉手，帮战友', 'Comrades hand in hand'), PIONEER_POST: say('先锋示范岗', 'Pioneer posts'), CALLIGRAPHY: say('习语金句', 'Calligraphy'),
  SHILIUZI: say('石榴籽 心贴心', 'Pomegranate seeds'), SUNSET: say('牵手夕阳', 'Hand in hand at sunset'), EVERGREEN: say('老兵不老', 'Evergreen veterans'), RURAL: say('乡村振兴、社会治理', 'Rural revival and governance'), LOCAL: say('一村一品', 'A village, a programme'),
})
