import { isLineStart, lineBreakOf, skipBlanks, skipBlanksBack } from '../../../../../formats/text/layout';
import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type Finding, type Fix, type TextChange } from '../../../diagnostics/rule';
import { insertion, newLineLike } from '../edits';
import { hasBreak, headerWords, lacksBody } from '../header';
import type { Target, TargetTree } from '../tree';

export const notClosed = defineRule<TargetTree>({
  code: 'TG002',
  title: 'target not closed',
  level: 'error',
  category: 'syntax',
  documentation: `
The members of a target stand between \`{\` and \`}\`. Without the closing brace neurodamus prints a warning and reads on to
the next brace, and takes the header of the next target for members; Brion and bluepy do not see the target at all, or
merge it with the next one.

neurodamus knows the closing brace only as a word of its own, and in Compartment and Section targets only as the first
word of a line: in \`a1 a2}\` it is part of a name, and the target runs on into the next.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a1 a2 }
      Target Compartment Somata
      {
          a1 soma
      } # all of them
      `,
      `
      Target files are made of such blocks; this line is free text.
      Target Cell Small
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell Small
      ^^^^^^^^^^^^^^^^^ not closed
      {
          a1 a2
      Target Cell Large
      {
          a3
      }
      `,
      `
      Target Cell Small
      ^^^^^^^^^^^^^^^^^ no members
      Target Cell Large
      {
          a3
      }
      `,
      `
      Target Cell Small
      {
          a1 a2}
      #        ^ part of the word
      Target Compartment Somata
      {
          a1 soma }
      #           ^ first word of its line
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      const finding = target.open ? unclosed(text, target, target.open) : bodiless(text, target);
      if (finding) report(finding);
    }
  },
});

function unclosed(text: string, target: Target, open: Span): Finding | undefined {
  if (target.close) return hiddenBrace(text, target, target.close, open);
  return {
    span: headerWords(target),
    message: `Target ${quoted(target.name?.text ?? '')} is not closed: put \`}\` below its last member.`,
    related: [{ span: open, message: 'This brace has no partner' }],
    fixes: () => [
      {
        title: 'Close the target',
        changes: [insertion(target.end, `${newLineLike(text, open.start)}}`)],
        preferred: true,
      },
    ],
  };
}

/** A closing brace that neurodamus does not see. On the line of the opening one it is TG001. */
function hiddenBrace(text: string, target: Target, close: Span, open: Span): Finding | undefined {
  if (!hasBreak(text, open.end, close.start)) return undefined;
  const byLine = target.targetType !== 'Cell';
  const before = skipBlanksBack(text, close.start);
  const isGluedBefore = before === close.start && !isLineStart(text, close.start);
  const isLate = byLine && !isLineStart(text, before);
  const isGluedAfter = (byLine ? /[^\s#]/ : /\S/).test(text.charAt(close.end));
  if (!isGluedBefore && !isLate && !isGluedAfter) return undefined;
  const name = quoted(target.name?.text ?? '');
  const message = isLate
    ? `neurodamus does not see this brace: in a ${target.targetType} target it must be the first word of its line.`
    : 'neurodamus does not see this brace: it is part of the word that it touches.';
  const line = newLineLike(text, target.header.start);
  const after = skipBlanks(text, close.end);
  const changes: TextChange[] = [
    ...(isGluedBefore || isLate ? [{ span: { start: before, end: close.start }, newText: line }] : []),
    ...(isGluedAfter ? [{ span: { start: close.end, end: after }, newText: line }] : []),
  ];
  return {
    span: close,
    message: `${message} Target ${name} runs on into the next one: put \`}\` on a line of its own.`,
    fixes: () => [{ title: 'Put the brace on a line of its own', changes, preferred: true, safe: true }],
  };
}

function bodiless(text: string, target: Target): Finding | undefined {
  if (!lacksBody(text, target)) return undefined;
  return {
    span: headerWords(target),
    message: `Target ${quoted(target.name?.text ?? '')} has no members: \`{\` and \`}\` must follow its header.`,
    fixes: () => braces(text, target),
  };
}

/** Braces around the words below the header, or with nothing in them. */
function braces(text: string, target: Target): Fix[] {
  const { end } = headerWords(target);
  const [first] = target.extra;
  const last = target.extra.at(-1);
  const line = newLineLike(text, target.header.start);
  const title = 'Add the braces';
  if (!first || !last) return [{ title, changes: [insertion(end, `${line}{${line}}`)], preferred: true }];
  if (!hasBreak(text, end, first.start)) return [];
  const opening = insertion(end, `${lineBreakOf(text)}{`);
  return [
    { title, changes: last.text === '}' ? [opening] : [opening, insertion(last.end, `${line}}`)], preferred: true },
  ];
}
