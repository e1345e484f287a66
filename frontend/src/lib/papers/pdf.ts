/**
 * PDF pages onto a canvas, by pdf.js inside the page: under the content policy there is no worker and no WebAssembly,
 * nothing of a file is run, and nothing is fetched but this program's own fonts and decoder. Links, forms and scripts
 * of a file are never made: only its pages are painted.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs' // sets globalThis.pdfjsWorker, so that no worker is asked for

/** Where the build puts pdf.js's fonts and its decoder for JPEG 2000. */
const place = new URL('/pdf/', document.baseURI).href

/** The largest picture in a page and the largest canvas, in points. */
const mostPoints = 50_000_000
const mostPainted = 16_000_000

export type Pdf = pdfjs.PDFDocumentProxy

/** Opens a file. It throws when the file is locked with a password or cannot be read. */
export async function openPdf(data: ArrayBuffer): Promise<Pdf> {
  const task = pdfjs.getDocument({
    data,
    enableXfa: false,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: mostPoints,
    standardFontDataUrl: place + 'fonts/',
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
    wasmUrl: place,
  })
  return task.promise
}

/** Whether an error says that the file is locked with a password. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException'

/** A page that is being painted; `stop` ends it. */
export interface Painting {
  done: Promise<void>
  stop: () => void
}

/** Paints a page at a width in CSS pixels, and lays its text over it for selecting and for the ear. */
export function paint(
  pdf: Pdf,
  number: number,
  width: number,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
): Painting {
  let stopped = false
  let stop = () => undefined as void
  const work = async () => {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    if (stopped) return
    const sharp = Math.min(devicePixelRatio, Math.sqrt(mostPainted / (viewport.width * viewport.height)))
    canvas.width = Math.floor(viewport.width * sharp)
    canvas.height = Math.floor(viewport.height * sharp)
    const task = page.render({
      canvas,
      viewport,
      transform: [sharp, 0, 0, sharp, 0, 0],
      annotationMode: pdfjs.AnnotationMode.DISABLE,
    })
    stop = () => task.cancel()
    await task.promise
    text.replaceChildren()
    // A stream: WebKit has no other way to read it than by a reader.
    const layer = new pdfjs.TextLayer({
      textContentSource: page.streamTextContent(),
      container: text,
      viewport,
    })
    stop = () => layer.cancel()
    if (!stopped) await layer.render()
  }
  const done = work().catch((error: unknown) => {
    if (!stopped) throw error
  })
  return { done, stop: () => ((stopped = true), stop()) }
}
