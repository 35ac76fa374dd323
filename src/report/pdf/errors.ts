/** The PDF could not be made; the message says what to do. The rest of the pack is not concerned. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}
