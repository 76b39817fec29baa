/** What the names of the tunnels have in common: `paris-lyon` of `paris-lyon-1` and `paris-lyon-2`. */
export const commonName = (names: readonly string[]): string => {
  const [first = 'connection', ...others] = names
  let length = first.length
  for (const name of others) {
    let same = 0
    while (same < length && first[same] === name[same]) same += 1
    length = same
  }
  const common = others.length === 0 ? first : first.slice(0, length).replace(/[-_.]+$/, '')
  return common === '' ? first : common
}

/** A name for the saved text: `paris-lyon-strongswan.conf`. */
export const fileNameOf = (names: readonly string[], device: string, extension: string): string =>
  `${commonName(names)}-${device.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')}.${extension}`
