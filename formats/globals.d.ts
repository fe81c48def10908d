/** Part of every JavaScript host that we run in, though of no ECMAScript library. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
