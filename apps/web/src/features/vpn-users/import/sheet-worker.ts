import { readSheetFile, readSheetText } from './read-sheet.ts'
import { UnreadableSheet } from './sheet.ts'
import type { ReadAnswer, ReadOrder } from './read-in-worker.ts'

// Unpacking and parsing take their time; here they hold up nobody.

const read = async (order: ReadOrder): Promise<ReadAnswer> => {
  try {
    const isText = 'text' in order
    return { sheet: isText ? readSheetText(order.text) : await readSheetFile(order.name, new Uint8Array(order.bytes)) }
  } catch (error) {
    const words =
      error instanceof UnreadableSheet ? error.message : 'It could not be read. Save the sheet as CSV UTF-8.'
    return { problem: words }
  }
}

self.addEventListener('message', (event: MessageEvent<ReadOrder>) => {
  void read(event.data).then((answer) => self.postMessage(answer, { transfer: [] }))
})
