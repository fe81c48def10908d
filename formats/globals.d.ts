/** Part of every JavaScript host that we run in, though of no ECMAScript library. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  /** UTF-8; a half of a pair of characters becomes U+FFFD. */
  encode(text: string): Uint8Array;
}
