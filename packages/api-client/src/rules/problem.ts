/** One thing that is wrong with a request, in words for the person who typed it. */
export type Problem = {
  /** Id of the documented rule. */
  rule: string
  /** Where: dotted path inside the resource, such as `eip1.bandwidth_size`. */
  path: string
  message: string
  /** The code the service refuses it with. */
  code: string
  /** What the service names in its own text of the code, such as the block that overlaps. */
  about?: string
}

/** A problem that the service reports with its general code unless another is documented. */
export const problem = (rule: string, path: string, message: string, code = 'VPN.0001', about?: string): Problem => ({
  rule,
  path,
  message,
  code,
  ...(about === undefined ? {} : { about }),
})
