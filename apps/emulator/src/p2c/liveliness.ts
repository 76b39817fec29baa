import type { Project } from '../project-state.ts'
import { endSession, startSession } from './sessions.ts'
import { peopleOf, type Server } from './state.ts'

const turnMs = 45_000
/** At high speed somebody still stays long enough to be seen. */
const shortestTurnMs = 2_000
const mostTurns = 300

/** Somebody comes or goes, so that about so many are online. */
const turn = (project: Project, server: Server, about: number, at: number) => {
  const { random } = project
  const isShort = server.sessions.length < about
  if (random.next() < (isShort ? 0.65 : 0.35)) {
    const users = [...peopleOf(server).users.values()]
    const user = users[random.whole(0, Math.max(0, users.length - 1))]
    if (user) startSession(project, server, user.name, at)
    return
  }
  const session = server.sessions[random.whole(0, Math.max(0, server.sessions.length - 1))]
  if (session) endSession(project, server, session, at)
}

/** From now on clients come and go by themselves. `now` may be long after `at` when nobody called for a while. */
export const enliven = (project: Project, server: Server, about: number, at: number, now: number = at): void => {
  const step = Math.max(project.clock.takes(turnMs), shortestTurnMs)
  // After days without a call only the last few hours are worth telling.
  const skipped = Math.max(0, Math.floor((now - at) / step) - mostTurns) * step
  project.schedule.add(at + skipped + step, (then, settled) => {
    if (project.p2c.servers.get(server.id) !== server) return
    if (server.status === 'ACTIVE' && project.p2c.gateways.get(server.p2c_vgw_id)?.eip !== undefined) {
      turn(project, server, about, then)
    }
    enliven(project, server, about, then, settled)
  })
}
