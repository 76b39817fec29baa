// The Node entry: keys are used here. The browser entry must never reach this file.
export { endpointsOf, regions } from './regions.ts'
export {
  createPool,
  createSignedTransport,
  passwordTokenSource,
  type CloudCredentials,
  type PasswordSignIn,
  type SignedTransportConfig,
} from './signed-transport.ts'
export { sdkDate, signRequest, splitUrl, type SignableRequest, type SigningKey } from './signing/sign-request.ts'
export { claimedAccessKey, verifyRequest, type ReceivedRequest, type Verification } from './signing/verify-request.ts'
export { createTokenSource, type IssuedToken, type TokenSource } from './token.ts'
