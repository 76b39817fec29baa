/** Who is given a role: a person, or a group by its name as the provider says it. */
export type GrantSubject = { type: 'person' | 'group'; id: string; name: string }
