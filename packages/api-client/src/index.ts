// The browser-safe entry: catalogue, schemas, rules, client and error.
export { ApiError, isBusy, ownCodes, ownError, toApiError, type OwnCode } from './api-error.ts'
export {
  createClient,
  readAnswer,
  send,
  targetOf,
  type AnyInput,
  type CallOptions,
  type Client,
  type Transport,
  type WireRequest,
  type WireResponse,
} from './call.ts'
export {
  catalogue,
  isRead,
  operation,
  operationNames,
  type Catalogue,
  type Input,
  type OperationName,
  type Output,
} from './catalogue/catalogue.ts'
export { grants, type OperationGrant } from './catalogue/grants.ts'
export { pathId, services, tagResourceTypes, type Operation, type Service } from './catalogue/operation.ts'
export { collect, lastIdPages, markerPages, offsetPages } from './paging.ts'
export {
  allows,
  consoleOperations,
  csrfHeader,
  session,
  signInBody,
  type Cloud,
  type ConsoleOperationName,
  type Session,
  type SignInBody,
} from './console/session.ts'
export { problem, type Problem } from './rules/problem.ts'
