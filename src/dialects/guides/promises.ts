import type { Promised } from '../../model/kinds/contribution-guide.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const count = `(\\d|${numbers.slice(1).join('|')}|an?)`;
const countOf = (word: string): number => (/^an?$/.test(word) ? 1 : Math.max(numbers.indexOf(word), Number(word) || 0));

/** What binds, and what leaves a way out: only a sentence of the first kind without the second is a promise. */
const binds =
  /\b(?:must|required?s?|requires|needs?|has to|have to|mandatory|only (?:be )?merged|(?:will|can) ?not be merged|won't be merged|before (?:it|they|a pull request|a change|your (?:change|pull request|pr)|merg\w+)[^.]{0,30}\bmerg\w+|before merging)\b/;
const hedged =
  /\b(?:should|may|might|could|recommend\w*|prefer\w*|ideally|usually|typically|generally|normally|unless|except|if (?:possible|you)|try to|please|consider|optional\w*|where (?:possible|appropriate)|not required|for example|e\.g\.|some|certain|large|major|breaking)\b/;

interface Topic {
  topic: Promised['topic'];
  /** A group, where there is one, is the number. */
  says: RegExp;
}

const topics: readonly Topic[] = [
  {
    topic: 'approvals',
    says: new RegExp(
      `\\b${count}(?: or more)? (?:(?:other|approving|independent|positive|different|core|lgtm) )*(?:approvals?|approving reviews?|reviewers?|reviews?|maintainers?|approvers?|lgtms?|code reviews?|team members?|committers?)\\b`,
    ),
  },
  {
    topic: 'code-owners',
    says: /\b(?:approv\w+|review\w*)\b[^.]{0,40}\bcode ?-?owners?\b|\bcode ?-?owners?\b[^.]{0,30}\b(?:approv\w+|review\w*)\b/,
  },
  {
    topic: 'checks',
    says: /\b(?:ci|tests?|checks?|builds?|pipelines?|status checks)\b[^.]{0,40}\b(?:pass(?:es|ed|ing)?|succeed\w*|green)\b/,
  },
  {
    topic: 'signatures',
    says: /\bcommits?\b[^.]{0,30}\b(?:gpg|ssh|cryptographically|verified)\b|\b(?:gpg|cryptographically)[- ]signed\b|\bsigned commits\b|\bverified signatures?\b/,
  },
  {
    topic: 'up-to-date',
    says: /\b(?:up[- ]to[- ]date|rebased)\b[^.]{0,30}\b(?:with|on|onto|against)\b[^.]{0,20}\b(?:main|master|base|target|default)\b/,
  },
  {
    topic: 'pull-requests',
    says: /\b(?:no|never|nobody|not)\b[^.]{0,30}\b(?:direct(?:ly)?)\b[^.]{0,15}\b(?:push\w*|commit\w*)|\b(?:push\w*|commit\w*)\b[^.]{0,15}\bdirectly\b[^.]{0,30}\b(?:not|never|forbidden|prohibited|blocked)\b|\b(?:all|every) changes?\b[^.]{0,40}\b(?:pull requests?|merge requests?|prs?)\b/,
  },
  {
    topic: 'conversations',
    says: /\b(?:all|every) (?:\w+ )?(?:conversations?|comments?|discussions?|threads?)\b[^.]{0,30}\b(?:resolved|addressed)\b/,
  },
];

/** Sentences that promise something of every change: not what is asked of contributors, and not what is hedged. */
export function promisesIn(file: string, text: string): Promised[] {
  return sentencesOf(withoutAsides(text)).flatMap(({ words, line }): Promised[] => {
    const plain = words
      .toLowerCase()
      .replace(/[*_`>]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (!binds.test(plain) || hedged.test(plain)) return [];
    return topics.flatMap(({ topic, says }): Promised[] => {
      const match = says.exec(plain);
      if (!match || isAsked(topic, plain)) return [];
      const quote = words.replace(/\s+/g, ' ').trim().slice(0, 140);
      const number = match[1] === undefined ? undefined : countOf(match[1]);
      const span = { startLine: line, startColumn: 1, endLine: line, endColumn: quote.length + 1 };
      return [{ topic, ...(number !== undefined && { count: number }), quote, at: { file, span } }];
    });
  });
}

/** "Make sure that tests pass before you push": that is for the contributor to do, no rule of the branch. */
const isAsked = (topic: Promised['topic'], text: string): boolean =>
  topic === 'checks' && !/\bmerg\w+|\brequired\b/.test(text);

/** Without comments, code and check boxes, which are for the contributor; lines stay where they are. */
const withoutAsides = (text: string): string =>
  text
    .replace(/<!--[^]*?-->|^(`{3,}|~{3,})[^]*?^\1/gm, (aside) => aside.replace(/[^\n]/g, ' '))
    .replace(/^\s*[-*] \[[ x]\].*$/gim, '');

function sentencesOf(text: string): { words: string; line: number }[] {
  const sentences: { words: string; line: number }[] = [];
  let line = 1;
  // A paragraph or an item of a list at a time, so that a sentence may run over lines.
  for (const block of text.split(/(\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]|#)[ \t]))/)) {
    let before = line + (/^\n*/.exec(block)?.[0].length ?? 0);
    for (const sentence of block.split(/(?<=[.!?])\s/)) {
      if (sentence.trim() !== '') sentences.push({ words: sentence, line: before });
      before += sentence.split('\n').length - 1;
    }
    line += block.split('\n').length - 1;
  }
  return sentences;
}
