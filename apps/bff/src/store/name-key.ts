/** How wide the column is. Normalising can make a name longer than it was typed. */
const longest = 64

/** A name as it is compared: nobody can sign up as a look-alike of somebody else. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().slice(0, longest)
