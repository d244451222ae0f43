import { Certificate } from './Certificate'
import { CertificateCounter } from './CertificateCounter'
import { CertificateHistory, CertificateResolver } from './resolver'

export const entities = [Certificate, CertificateCounter]
export const resolvers = [CertificateResolver, CertificateHistory]
