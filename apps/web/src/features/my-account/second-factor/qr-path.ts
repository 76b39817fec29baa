/** The dark squares of a code as one path of unit squares, row by row: what lies side by side is one piece. */
export const qrPath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) => {
      const pieces: string[] = []
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const begin = x
        while (row[x + 1]) x += 1
        pieces.push(`M${begin} ${y}h${x - begin + 1}v1h-${x - begin + 1}z`)
      }
      return pieces
    })
    .join('')
