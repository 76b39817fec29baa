import {
  customerGatewayCreate,
  customerGatewayCreateProblems,
  customerGatewayUpdate,
  type CustomerGateway,
  type CustomerGatewayCreate,
  type CustomerGatewayUpdate,
} from '@vpn-console/api-client'
import * as z from 'zod'
import { fieldErrors, type FieldError } from '../../ui/form/field-errors.ts'
import { certificateTextProblem } from '../../ui/pem.ts'

/** The most that the cloud takes of a CA certificate. */
export const mostCertificateCharacters = 8192

const createFields = z.object({
  name: z.string(),
  idType: z.enum(['ip', 'fqdn']),
  ipAddress: z.string(),
  fqdn: z.string(),
  asn: z.string(),
  certificate: z.string(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
})
export type CustomerGatewayFormValues = z.infer<typeof createFields>

const editFields = z.object({ name: z.string(), certificate: z.string() })
export type CustomerGatewayEditValues = z.infer<typeof editFields>

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const emptyCustomerGateway = (randomBytes: (count: number) => Uint8Array): CustomerGatewayFormValues => ({
  name: `cgw-${hex(randomBytes(2))}`,
  idType: 'ip',
  ipAddress: '',
  fqdn: '',
  asn: '',
  certificate: '',
  tags: [],
})

export const toCreateBody = (values: CustomerGatewayFormValues): CustomerGatewayCreate => {
  const { name, idType, ipAddress, fqdn, asn, certificate, tags } = values
  const isIp = idType === 'ip'
  return {
    name: name.trim(),
    id_type: idType,
    id_value: (isIp ? ipAddress : fqdn).trim(),
    ...(isIp && asn.trim() !== '' && { bgp_asn: /^\d+$/.test(asn.trim()) ? Number(asn) : Number.NaN }),
    ...(certificate.trim() !== '' && { ca_certificate: { content: certificate.trim() } }),
    ...(tags.length > 0 && { tags }),
  }
}

export const editValuesOf = ({ name }: CustomerGateway): CustomerGatewayEditValues => ({ name, certificate: '' })

/** Only what differs: an unchanged form gives an empty body. */
export const toUpdateBody = (values: CustomerGatewayEditValues, gateway: CustomerGateway): CustomerGatewayUpdate => ({
  ...(values.name.trim() !== gateway.name && { name: values.name.trim() }),
  ...(values.certificate.trim() !== '' && { ca_certificate: { content: values.certificate.trim() } }),
})

type IdType = CustomerGatewayFormValues['idType']

/** The form's field for each path of the request. */
const fieldMap = (idType: IdType) =>
  ({
    name: 'name',
    id_value: idType === 'ip' ? 'ipAddress' : 'fqdn',
    bgp_asn: 'asn',
    ca_certificate: 'certificate',
  }) as const

const fieldOf = (path: string, idType: IdType = 'ip'): string => {
  const [head = ''] = path.split('.')
  // Tags have the same paths in both.
  return new Map<string, string>(Object.entries(fieldMap(idType))).get(head) ?? path
}

/** Where on the form the cloud's refusal belongs, if it names a field. */
export const requestFields = (error: unknown, idType: IdType = 'ip'): FieldError<CustomerGatewayFormValues>[] => {
  const named = Object.entries(fieldMap(idType)).map(([path, field]) => [`customer_gateway.${path}`, field])
  return fieldErrors<CustomerGatewayFormValues>(error, Object.fromEntries(named))
}

type Found = { path: string; message: string }

const schemaProblems = (schema: z.ZodType, body: unknown): Found[] =>
  (schema.safeParse(body).error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }))

const certificateProblems = (certificate: string): Found[] => {
  const message = certificate.trim() && certificateTextProblem(certificate.trim(), mostCertificateCharacters)
  return message ? [{ path: 'ca_certificate.content', message }] : []
}

const report = (found: Found[], toField: (path: string) => string, context: z.core.$RefinementCtx) => {
  for (const { path, message } of found) {
    context.addIssue({ code: 'custom', path: toField(path).split('.'), message })
  }
}

// What the rules say is closer to the case than what the schemas do, so it comes first: the first message is shown.

export const customerGatewayForm = createFields.superRefine((values, context) => {
  const body = toCreateBody(values)
  const found = [
    ...customerGatewayCreateProblems(body),
    ...certificateProblems(values.certificate),
    ...schemaProblems(customerGatewayCreate, body),
  ]
  report(found, (path) => fieldOf(path, values.idType), context)
})

export const customerGatewayEditForm = editFields.superRefine((values, context) => {
  const body = { name: values.name.trim() }
  const found = [...certificateProblems(values.certificate), ...schemaProblems(customerGatewayUpdate, body)]
  report(found, (path) => fieldOf(path), context)
})
