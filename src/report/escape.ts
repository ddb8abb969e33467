// Whatever comes from a scanned repository may try to steer a terminal, a workflow log or a rendered page.

/** Controls (C0, DEL, C1), invisible and bidirectional characters, line separators, tags, lone surrogates. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

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

/** Same, for the inside of JSON strings: what JSON itself leaves as it is, as its own escapes. */
export const visibleJson = (json: string): string =>
  json.replace(/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The text of a workflow command. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export const commandData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One line of Markdown that reads as the text itself: no markup, no HTML, no links, no mentions. */
export const markdown = (text: string): string =>
  visible(text)
    .replace(/[\\`*{}[\]#|~!$]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Addresses, mail addresses and mentions are linked without any markup: an empty comment breaks them.
    .replace(/:(?=\/\/)|\bwww(?=\.)|@(?=\w)/gi, '$&<!-- -->')
    .replace(/^(\s*\d*)([-+=.)])/, '$1\\$2');

/** A code span. Inside of a table a pipe must be escaped even there. */
export function markdownCode(text: string, where: 'table' | 'line' = 'line'): string {
  const shown = visible(text);
  if (shown.trim() === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^[`\s]|[`\s]$/.test(shown) ? ` ${shown} ` : shown;
  return fence + (where === 'table' ? padded.replaceAll('|', '\\|') : padded) + fence;
}

/** A path as a relative URI: each segment percent-encoded. */
export const pathUri = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
