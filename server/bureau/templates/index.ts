import { PaperTemplate, TemplateChoice } from './PaperTemplate'
import { PaperKindResolver } from './resolver'

export const entities = [PaperTemplate, TemplateChoice]
export const resolvers = [PaperKindResolver]
