import { createRequire } from 'node:module'

// The official SDK is a dev dependency of the package it is compared with.
const require = createRequire(new URL('../packages/api-client/package.json', import.meta.url))
const core = '@huaweicloud/huaweicloud-sdk-core'

export const { AKSKSigner } = require(`${core}/auth/AKSKSigner`)
export const { BasicCredentials } = require(core)

/** The official client over one endpoint, put together as its builder does (which lacks a dependency it imports). */
export const officialClient = (endpoint, credentials) => {
  const { HcClient } = require(`${core}/HcClient`)
  const { DefaultHttpClient } = require(`${core}/http/DefaultHttpClient`)
  const options = { disableSslVerification: true, headers: { 'User-Agent': 'huaweicloud-usdk-nodejs/3.0' } }
  const http = new DefaultHttpClient(options, [endpoint])
  return new HcClient(http).withCredential(credentials).withEndpoints([endpoint])
}
