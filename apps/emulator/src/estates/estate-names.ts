export const estateNames = ['empty', 'demo', 'large'] as const
/** What a project holds at first. */
export type EstateName = (typeof estateNames)[number]
