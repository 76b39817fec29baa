/** Names for Terraform: letters, digits and underscores, each once. */
export const labelMaker = () => {
  const taken = new Set<string>()
  return (name: string, kind: string): string => {
    const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
    const label = /^[a-z]/.test(plain) ? plain : `${kind}_${plain}`.replace(/_+$/, '')
    let unique = label
    for (let number = 2; taken.has(unique); number++) unique = `${label}_${number}`
    taken.add(unique)
    return unique
  }
}
