import type { Project } from '../project-state.ts'
import { addNeighbours } from './neighbours.ts'
import { fillDemo } from './demo.ts'
import type { EstateName } from './estate-names.ts'
import { fillLarge } from './large.ts'

/** Puts an estate into a new project. What the other services know is the same in each. */
export const fillEstate = (project: Project, estate: EstateName): void => {
  addNeighbours(project.neighbours)
  if (estate === 'demo') fillDemo(project)
  if (estate === 'large') fillLarge(project)
  // An estate tells its past as steps that are due: they happen before anybody looks.
  project.schedule.settle(project.clock.now())
}
