import { LineIndex } from '../../../formats/text/lines';
import type { LanguageId } from '../../../formats/recognise/recognise';
import type { Language } from '../languages/language';
import type { Facts } from './facts';

/** A file as text, tree and facts. A value: an edit makes a new one. */
export interface SourceDocument<Tree = unknown> {
  readonly uri: string;
  readonly languageId: LanguageId;
  /** The editor's version where it is open there, else undefined. */
  readonly version: number | undefined;
  readonly text: string;
  readonly lines: LineIndex;
  readonly language: Language<Tree>;
  readonly tree: Tree;
  readonly facts: Facts;
}

/** Parses a text into a document. What is costly and not always wanted is made when it is first asked for. */
export function makeDocument<Tree>(
  uri: string,
  language: Language<Tree>,
  version: number | undefined,
  text: string,
  previous?: SourceDocument<Tree>,
): SourceDocument<Tree> {
  const tree = language.parse(text, previous?.tree);
  let lines: LineIndex | undefined;
  let facts: Facts | undefined;
  return {
    uri,
    languageId: language.id,
    version,
    text,
    language,
    tree,
    get lines() {
      return (lines ??= new LineIndex(text));
    },
    get facts() {
      return (facts ??= language.facts(tree, uri));
    },
  };
}
