import { findStream, linesOf } from '../log-streams.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Call, Handlers } from './handler.ts'

// Groups and streams are old: when they were made tells nobody anything.
const creation_time = Date.parse('2025-01-15T08:00:00Z')

const defaultLines = 50
const mostLines = 5_000

// The log service has codes of its own.
const refuse = (message: string) => new Refusal('LTS.2007', message)

const timeOf = (text: string, name: string) => {
  if (!/^\d{1,16}$/.test(text)) throw refuse(`${name} must be in milliseconds since 1970`)
  return Number(text)
}

const checkPaging = ({ limit, line_num, search_type }: Call<'listLogs'>['body']) => {
  if (limit !== undefined && (limit < 1 || limit > mostLines)) throw refuse(`limit must be 1 to ${mostLines}`)
  if (line_num !== undefined && !/^\d{1,20}$/.test(line_num)) throw refuse('line_num must be that of a line')
  if (search_type !== undefined && search_type !== 'forwards' && search_type !== 'backwards') {
    throw refuse('search_type must be forwards or backwards')
  }
  if ((line_num === undefined) !== (search_type === undefined)) {
    throw refuse('line_num and search_type are given together')
  }
}

export const lts = {
  listLogGroups: ({ project }) => ({
    log_groups: project.neighbours.logGroups.map(({ id, name, ttl_in_days }) => ({
      log_group_id: id,
      log_group_name: name,
      log_group_name_alias: name,
      ttl_in_days,
      creation_time,
    })),
  }),

  listLogStream: ({ project, params }) => {
    const group = project.neighbours.logGroups.find(({ id }) => id === params.log_group_id)
    if (!group) throw notFound()
    return {
      log_streams: group.streams.map(({ id, name }) => ({
        log_stream_id: id,
        log_stream_name: name,
        log_stream_name_alias: name,
        ttl_in_days: group.ttl_in_days,
        creation_time,
      })),
    }
  },

  listLogs: ({ project, params, body }) => {
    const stream = findStream(project.neighbours, params.log_group_id, params.log_stream_id)
    if (!stream) throw new Refusal('LTS.0208', 'The log stream does not exist.', 404)
    const [from, to] = [timeOf(body.start_time, 'start_time'), timeOf(body.end_time, 'end_time')]
    if (from >= to) throw refuse('start_time must be before end_time')
    checkPaging(body)
    const { keywords, labels, limit = defaultLines, is_desc = false, is_count = false, line_num, search_type } = body
    const found = linesOf(stream, { from, to, keywords, labels })
    const ordered = is_desc ? found.toReversed() : found
    const isBack = search_type === 'backwards'
    // Forwards goes on in the order that was asked for, backwards returns to what came before.
    const isLater = (number: string) => BigInt(number) > BigInt(line_num ?? 0)
    const isEarlier = (number: string) => BigInt(number) < BigInt(line_num ?? 0)
    const follows = isBack === is_desc ? isLater : isEarlier
    const rest = line_num === undefined ? ordered : ordered.filter(({ number }) => follows(number))
    const page = isBack ? rest.slice(-limit) : rest.slice(0, limit)
    return {
      logs: page.map(({ content, number: own, labels: ofLine }) => ({ content, line_num: own, labels: ofLine })),
      ...(is_count ? { count: found.length } : {}),
      isQueryComplete: true,
    }
  },

  listLogStreams: ({ project, query }) => ({
    log_streams: project.neighbours.logGroups
      .filter(({ name }) => !query.log_group_name || name === query.log_group_name)
      .flatMap((group) =>
        group.streams
          .filter(({ name }) => !query.log_stream_name || name === query.log_stream_name)
          .map(({ id, name }) => ({ log_stream_id: id, log_stream_name: name, log_group_id: group.id })),
      ),
  }),
} satisfies Partial<Handlers>
