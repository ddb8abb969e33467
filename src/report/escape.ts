// Whatever comes from a scanned repository may try to steer a terminal, a workflow log or a rendered page.

/** Controls, format characters (bidirectional, zero-width, tags), lone surrogates, line and paragraph separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const codePoint = (character: string) => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/**
 * One line of plain text that a terminal and a log print as it stands: what can't be seen is written as `\u{…}`.
 * Workflow runners also read commands from plain output (`::error::` at the start of a line, `##[error]` anywhere).
 */
export const visible = (text: string): string =>
  text
    .replace(unseen, codePoint)
    .replace(/(^|\s):(?=:[a-z][\w-]*(?:\s.*)?::)/gi, '$1\\u{3a}')
    .replace(/#(?=#[a-z]*\[)/gi, '\\u{23}');

/** JSON with the same characters as its own escapes; line ends between its tokens stay. */
export const visibleJson = (json: string): string =>
  json
    .replace(unseen, (character) => (character === '\n' ? character : character.split('').map(codeUnit).join('')))
    .replace(/#(?=#[a-z]*\[)/gi, codeUnit('#'));

const codeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text of a workflow command. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export const commandData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One line of Markdown that reads as the text itself: no markup, no HTML, no links, no mentions. */
export const markdown = (text: string): string =>
  visible(text)
    .replace(/[\\`*[\]#|~!$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Addresses, mail addresses and mentions are linked without any markup: an empty comment breaks them.
    .replace(/:\/(?=\/)|\bwww(?=\.)|@(?=\w)/gi, '$&<!-- -->')
    .replace(/^\s*\d+(?=[.)])|^\s*(?=[-+=])/, '$&\\');

/** A code span. Not for tables: there a pipe would still end the cell. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return fence + (/^[`\s]|[`\s]$/.test(shown) ? ` ${shown} ` : shown) + fence;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line of text in HTML or XML, between tags or in a quoted attribute. XML has no place for U+FFFE and U+FFFF. */
export const markup = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, codePoint)
    .replace(/[&<>"']/g, (character) => entities[character]!);

/** A path as a relative URI: each segment percent-encoded. */
export const pathUri = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
