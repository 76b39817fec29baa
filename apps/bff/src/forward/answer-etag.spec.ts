import { expect, test } from 'vitest'
import { answerEtag } from './answer-etag.ts'

const list = '"vpn_gateways":[{"id":"gw-1","request_id":"inner"}]'

test('is the same for the same answer, whatever the id of the call and wherever it stands', () => {
  const tags = [
    `{${list}}`,
    `{${list},"request_id":"a"}`,
    `{${list},"request_id":"b"}`,
    `{${list}, "request_id" : "c" }\n`,
    `{"request_id":"d",${list}}`,
    `{ "request_id": "e", ${list}}`.replace(', ', ','),
  ].map(answerEtag)
  expect(new Set(tags).size).toBe(1)
  expect(tags[0]).toMatch(/^W\/"[\w-]{27}"$/)
})

test('differs with anything else, an id inside of it included', () => {
  const tags = [`{${list}}`, `{${list.replace('gw-1', 'gw-2')}}`, `{${list.replace('inner', 'other')}}`, '{}'].map(
    answerEtag,
  )
  expect(new Set(tags).size).toBe(4)
})

test('of an answer that is nothing but an id', () => {
  expect(answerEtag('{"request_id":"a"}')).toBe(answerEtag('{}'))
})
