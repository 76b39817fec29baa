/**
 * Why this Node cannot run the project, in one sentence; undefined where it can. The build tool asks for 20.19 of the
 * 20 line, and for 22.12 or later after it.
 * @param {string} version
 */
export const nodeProblem = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  if (isEnough) return undefined
  return `This needs Node 24, 22 (22.12 or later) or 20 (20.19 or later), and this is Node ${version}.`
}
