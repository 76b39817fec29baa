import {
  ApiError,
  vpnGatewayCertificateUpdate,
  type VpnGatewayCertificate,
  type VpnGatewayCertificateCreate,
  type VpnGatewayCertificateUpdate,
} from '@vpn-console/api-client'
import * as z from 'zod'
import type { FieldError } from '../../../ui/form/field-errors.ts'
import { certificateProblem, keyProblem } from './certificate-rules.ts'

/** The fields carry what is theirs in the request; the keys never leave the form but in that request. */
export type CertificateFormValues = {
  name: string
  certificate: string
  privateKey: string
  encCertificate: string
  encPrivateKey: string
  chain: string
}

type Field = keyof CertificateFormValues

const requestNames = {
  name: 'name',
  certificate: 'certificate',
  privateKey: 'private_key',
  encCertificate: 'enc_certificate',
  encPrivateKey: 'enc_private_key',
  chain: 'certificate_chain',
} as const satisfies Record<Field, keyof VpnGatewayCertificateUpdate>

const textFields = ['certificate', 'privateKey', 'encCertificate', 'encPrivateKey', 'chain'] as const

export const emptyCertificateForm = (name: string): CertificateFormValues => ({
  name,
  certificate: '',
  privateKey: '',
  encCertificate: '',
  encPrivateKey: '',
  chain: '',
})

const textsOf = (values: CertificateFormValues) => ({
  certificate: values.certificate.trim(),
  private_key: values.privateKey.trim(),
  enc_certificate: values.encCertificate.trim(),
  enc_private_key: values.encPrivateKey.trim(),
  certificate_chain: values.chain.trim(),
})

/** Whether any of the five texts is given: the cloud takes all of them, or none. */
export const hasTexts = (values: CertificateFormValues): boolean =>
  textFields.some((field) => values[field].trim() !== '')

/** The first certificates of a gateway; a name that is left out is made up by the service. */
export const toCreateBody = (values: CertificateFormValues): { certificate: VpnGatewayCertificateCreate } => {
  const name = values.name.trim()
  return { certificate: { ...(name !== '' && { name }), ...textsOf(values) } }
}

/** A change: another name, other certificates with their keys, or both. */
export const toUpdateBody = (
  values: CertificateFormValues,
  present: Pick<VpnGatewayCertificate, 'name'>,
): { certificate: VpnGatewayCertificateUpdate } => {
  const name = values.name.trim()
  return { certificate: { ...(name !== present.name && { name }), ...(hasTexts(values) && textsOf(values)) } }
}

const missing: Record<Exclude<Field, 'name'>, string> = {
  certificate: 'Give the signature certificate.',
  privateKey: 'Give the private key of the signature certificate.',
  encCertificate: 'Give the encryption certificate.',
  encPrivateKey: 'Give the private key of the encryption certificate.',
  chain: 'Give the CA certificate.',
}

const problemOf = (field: Exclude<Field, 'name'>, values: CertificateFormValues, now: number): string | undefined => {
  const text = values[field].trim()
  if (text === '') return missing[field]
  if (field === 'certificate') return certificateProblem(text, 'signature', now)
  if (field === 'encCertificate') return certificateProblem(text, 'encryption', now)
  if (field === 'chain') return certificateProblem(text, 'chain', now)
  return field === 'privateKey'
    ? keyProblem(text, 'signature', values.certificate)
    : keyProblem(text, 'encryption', values.encCertificate)
}

/** Everything wrong with the form. With a present certificate the name alone may change. */
export const certificateFindings = (
  values: CertificateFormValues,
  present: VpnGatewayCertificate | undefined,
  now: number,
): { field: Field; message: string }[] => {
  const name = values.name.trim()
  const nameIssue =
    name === '' && !present ? undefined : vpnGatewayCertificateUpdate.safeParse({ name }).error?.issues[0]
  const texts = present && !hasTexts(values) ? [] : textFields
  return [
    ...(nameIssue ? [{ field: 'name' as const, message: nameIssue.message }] : []),
    ...texts.flatMap((field) => {
      const message = problemOf(field, values, now)
      return message === undefined ? [] : [{ field, message }]
    }),
  ]
}

export const certificateFormSchema = (present: VpnGatewayCertificate | undefined) =>
  z.custom<CertificateFormValues>().superRefine((values, context) => {
    for (const { field, message } of certificateFindings(values, present, Date.now())) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

/** The field that the cloud speaks of when it refuses what it read in a text. */
export const fieldOfWords = (message: string): Field | undefined => {
  const words = message.toLowerCase()
  const isKey = /private.?key/.test(words)
  if (/\benc|encryption/.test(words)) return isKey ? 'encPrivateKey' : 'encCertificate'
  if (/chain|\bca certificate/.test(words) && !/sign/.test(words)) return 'chain'
  if (isKey) return 'privateKey'
  return /sign/.test(words) ? 'certificate' : undefined
}

const fieldOfRequest = (path: string): Field | undefined => {
  const last = path.split('.').at(-1)
  return Object.entries(requestNames).find(([, name]) => name === last)?.[0] as Field | undefined // keys of the table
}

/** Where on the form a refusal belongs: by the fields it names, else by its words. */
export const certificateErrors = (error: unknown): FieldError<CertificateFormValues>[] => {
  if (!(error instanceof ApiError)) return []
  const named = Object.entries(error.fields ?? {}).flatMap(([path, message]) => {
    const field = fieldOfRequest(path)
    return field ? [{ field, message }] : []
  })
  if (named.length > 0) return named
  // Only what was refused for its content speaks of a field; a fault of the service does not.
  const field = error.status === 400 ? fieldOfWords(error.message) : undefined
  return field ? [{ field, message: error.message }] : []
}
