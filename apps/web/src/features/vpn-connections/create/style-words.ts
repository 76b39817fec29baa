const words: Record<string, string> = {
  static: 'Static',
  bgp: 'BGP',
  policy: 'Policy',
  'policy-template': 'Policy template',
}

/** A mode as its tab is called. */
export const styleWords = (style: string): string => words[style] ?? style
