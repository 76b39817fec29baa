import type { Project } from '../project-state.ts'
import { addNeighbours } from './neighbours.ts'
import { fillDemo } from './demo.ts'
import type { EstateName } from './estate-names.ts'
import { fillLarge } from './large.ts'
import { fillP2cDemo } from './p2c-demo.ts'
import { fillP2cLarge } from './p2c-large.ts'

/** Puts an estate into a new project. What the other services know is the same in each. */
export const fillEstate = (project: Project, estate: EstateName): void => {
  addNeighbours(project.neighbours)
  if (estate === 'demo') {
    fillDemo(project)
    fillP2cDemo(project)
  }
  if (estate === 'large') {
    fillLarge(project)
    fillP2cLarge(project)
  }
  // An estate tells its past as steps that are due: they happen before anybody looks.
  project.schedule.settle(project.clock.now())
}
