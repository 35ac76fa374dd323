/**
 * Chrome writes the moment of printing into a PDF, and nothing else that differs between two runs. Putting the report's own
 * instant there, at the same length, makes two runs identical to the byte.
 */
export function pinDates(pdf: Buffer, instant: string): Buffer {
  const digits = instant.replace(/\D/g, '').slice(0, 14).padEnd(14, '0');
  const pinned = pdf.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}([^)]*)\)/g, (_, key: string, zone: string) => `/${key} (D:${digits}${zone.replace(/\d/g, '0').replace('-', '+')})`);
  return Buffer.from(pinned, 'latin1');
}
