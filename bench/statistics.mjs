/** Middle value of a list of numbers. */
export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median and the range of the middle half, which tells how noisy the machine was. */
export const summary = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    median: median(sorted),
    low: sorted[Math.floor((sorted.length - 1) * 0.25)],
    high: sorted[Math.ceil((sorted.length - 1) * 0.75)],
  }
}

/** The value below which that part of a list lies: `percentile(values, 0.95)`. */
export const percentile = (values, part) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]
}
