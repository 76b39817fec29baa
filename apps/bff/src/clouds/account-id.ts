const mostCharacters = 32

const cut = (text: string, length: number) => text.slice(0, length).replace(/-+$/, '')

/** An id for links, made of a name: small letters, digits and hyphens. */
export const slugOf = (name: string): string => {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-+/, '')
  return cut(slug, mostCharacters) || 'cloud'
}

/** The first id after a name that nobody has, or had. */
export const freeId = async (name: string, isTaken: (id: string) => Promise<boolean>): Promise<string> => {
  const slug = slugOf(name)
  let id = slug
  for (let number = 2; await isTaken(id); number++) {
    const suffix = `-${number}`
    id = cut(slug, mostCharacters - suffix.length) + suffix
  }
  return id
}
