import type { Catalogue, OperationName, Output } from '@vpn-console/api-client'
import type * as z from 'zod'
import type { Account } from '../accounts.ts'
import type { Project } from '../project-state.ts'

type Parsed<Row, Part extends string> = Row extends { [P in Part]: infer S extends z.ZodType } ? z.output<S> : undefined

/** One call, checked against its row. */
export type Call<N extends OperationName> = {
  name: N
  /** The project of the path; of an account-wide call the first of the account. */
  project: Project
  account: Account
  params: Parsed<Catalogue[N], 'params'>
  query: Parsed<Catalogue[N], 'query'>
  body: Parsed<Catalogue[N], 'body'>
  /** Adds a header to the answer. */
  setHeader: (name: string, value: string) => void
}

/** Does the work of one operation and gives its answer without the request id; throws a Refusal. */
export type Handler<N extends OperationName> = (call: Call<N>) => Output<N>

/** One handler for every row: a row without one does not compile. */
export type Handlers = { [N in OperationName]: Handler<N> }
