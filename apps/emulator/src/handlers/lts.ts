import { notFound } from '../refusal.ts'
import type { Handlers } from './handler.ts'

// Groups and streams are old: when they were made tells nobody anything.
const creation_time = Date.parse('2025-01-15T08:00:00Z')

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
