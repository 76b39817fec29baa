/** The blocks of a text field: one a line, though commas and spaces part them too, since lists are pasted from anywhere. */
export const blocksOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** Blocks as a text field shows them. */
export const blockLines = (blocks: readonly string[] | undefined): string => (blocks ?? []).join('\n')
