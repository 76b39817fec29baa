import '../reflect-metadata.ts'
import { BasicConstraintsExtension, PemConverter, X509CertificateGenerator } from '@peculiar/x509'

// Made once with OpenSSL: no library here makes SM2 certificates. Nothing depends on its being valid today.
export const smCertificate = `-----BEGIN CERTIFICATE-----
MIIBrDCCAVGgAwIBAgIUHvpyIzChBPIMPHBACZoL71YRXoMwCgYIKoEcz1UBg3Uw
KzELMAkGA1UEBhMCQ04xDjAMBgNVBAoMBWEwMDAyMQwwCgYDVQQDDANYWFgwHhcN
MjYxMTIyMDAxMzA4WhcNMjcxMTIyMDAxMzA4WjArMQswCQYDVQQGEwJDTjEOMAwG
A1UECgwFYTAwMDIxDDAKBgNVBAMMA1hYWDBZMBMGByqGSM49AgEGCCqBHM9VAYIt
A0IABF9c7m0A/eTduPOAJYXyo0fUYt0K+2kzNTmuBs6RG6blu5/sRWU8PHqbmNEE
CKWUx4H9WIB/RI3+tS9cI2YBqJejUzBRMB0GA1UdDgQWBBSAIUr8doS2OO19+D4g
cTfpJqPIQzAfBgNVHSMEGDAWgBSAIUr8doS2OO19+D4gcTfpJqPIQzAPBgNVHRMB
Af8EBTADAQH/MAoGCCqBHM9VAYN1A0kAMEYCIQDSPYWLMn5LPa5fJIS0Wb/5Hwdu
Or+fZEJEXTkEuBc2cQIhAP8hGtWq554O+5SsC5Zi0XWJWhXH4Uxe8Xb5jhLIt5BZ
-----END CERTIFICATE-----`

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A new self-signed certificate, valid until the given moment. */
export const makeCertificate = async (
  subject: string,
  notAfter: Date,
  serialNumber = '0102030405',
): Promise<string> => {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber,
    name: subject,
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter,
    keys,
    signingAlgorithm: algorithm,
  })
  return certificate.toString('pem')
}

const years = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2124-01-01T00:00:00Z') }

/** A new self-signed certificate with its private key, both as PEM. */
export const makePair = async (name: string, change: { ca?: boolean; notBefore?: Date; notAfter?: Date } = {}) => {
  const { ca = false, ...times } = change
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '0102030405',
    name,
    ...years,
    ...times,
    keys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(ca)],
  })
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { certificate: certificate.toString('pem'), key }
}
