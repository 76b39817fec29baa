import { pemFromFile } from '../../ui/pem.ts'
import { readCertificates } from '../../ui/x509/x509.ts'
import { credentialsIn, type TypedCredentials } from './credentials.ts'

/** No certificate and no key is as large. */
const mostBytes = 100_000

type Read = { found: Partial<TypedCredentials>; note: string }

const bundle = /\.(?:p12|pfx)$/i

const readOne = async (file: File): Promise<Read> => {
  const { name } = file
  if (bundle.test(name)) {
    return { found: {}, note: `${name} is a PKCS #12 file. Make PEM of it first: openssl pkcs12 -in ${name} -nodes` }
  }
  if (file.size > mostBytes) return { found: {}, note: `${name} is too large for a certificate or a key.` }
  try {
    const text = pemFromFile(new Uint8Array(await file.arrayBuffer()))
    const found = credentialsIn(text)
    const isBroken = found.certificate !== undefined && readCertificates(found.certificate) === undefined
    const isEmpty = found.certificate === undefined && found.key === undefined
    if (isBroken || isEmpty)
      return { found: {}, note: `${name} holds neither a certificate nor a private key in PEM form.` }
    return { found, note: `Read from ${name}.` }
  } catch {
    return { found: {}, note: `${name} could not be read.` }
  }
}

/** What the files hold, each looked at in the browser alone. */
export const readCredentialFiles = async (files: readonly File[]): Promise<Read> => {
  const read = await Promise.all(files.map(readOne))
  return {
    found: Object.assign({}, ...read.map(({ found }) => found)),
    note: read.map(({ note }) => note).join(' '),
  }
}
