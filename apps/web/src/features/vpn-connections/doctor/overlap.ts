import { blockContains, blocksOverlap, reservedPeerBlocks } from '@vpn-console/api-client'

export type Overlap = { mine: string; theirs: string }

/** Every two blocks, one of each list, that share an address. */
export const overlaps = (mine: readonly string[], theirs: readonly string[]): Overlap[] =>
  mine.flatMap((one) =>
    theirs.filter((other) => blocksOverlap(one, other)).map((other) => ({ mine: one, theirs: other })),
  )

/** What two blocks share, in words: `10.0.0.0/8 holds 10.1.0.0/16`. */
export const overlapWords = ({ mine, theirs }: Overlap, whose: string): string => {
  if (blockContains(mine, theirs) && blockContains(theirs, mine)) return `${mine} is ${whose} too`
  return blockContains(mine, theirs) ? `${mine} holds ${theirs} of ${whose}` : `${mine} lies in ${theirs} of ${whose}`
}

/** Blocks that share addresses with what the cloud keeps for itself. */
export const reservedOverlaps = (blocks: readonly string[]): Overlap[] => overlaps(blocks, reservedPeerBlocks)

/** Those of some blocks that no block of a list holds whole. */
export const notHeld = (blocks: readonly string[], holders: readonly string[]): string[] =>
  blocks.filter((block) => !holders.some((holder) => blockContains(holder, block)))
