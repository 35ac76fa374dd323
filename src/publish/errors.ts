/** The pack is written, but could not or may not be put where it was to go. The message is one sentence with the fix. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}
