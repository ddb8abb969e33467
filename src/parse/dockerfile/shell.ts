/** A word of a command, without its quotes, and where it begins in the text. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

export interface Command {
  /** Variables that are set for this command only: `A=1 npm ci`. */
  variables: readonly Word[];
  words: readonly Word[];
}

const most = 20_000;

/** The simple commands of a shell script, in order: what a shell would run, without its control words. */
export function commandsIn(text: string): readonly Command[] {
  const commands: Command[] = [];
  let words: Word[] = [];
  let at = 0;
  const close = (): void => {
    if (words.length > 0) commands.push(commandOf(words));
    words = [];
  };
  while (at < text.length && commands.length < most) {
    const char = text[at]!;
    if (char === '#' && (at === 0 || /[\s;&|]/.test(text[at - 1]!))) {
      const newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length : newline;
    } else if (/[\n;&|(){}]/.test(char)) {
      close();
      at++;
    } else if (/\s/.test(char)) at++;
    else {
      const word = wordAt(text, at);
      words.push(word);
      at = Math.max(word.end, at + 1);
    }
  }
  close();
  return commands;
}

const control = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  'time',
  'exec',
  'command',
  'sudo',
  'env',
]);

function commandOf(words: readonly Word[]): Command {
  let first = 0;
  const variables: Word[] = [];
  for (; first < words.length; first++) {
    const { text } = words[first]!;
    if (/^[A-Za-z_]\w*=/.test(text)) variables.push(words[first]!);
    else if (!control.has(text) || text === 'sudo') break;
  }
  return { variables, words: words.slice(first) };
}

function wordAt(text: string, start: number): Word {
  let word = '';
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '$' && text[at + 1] === '{') {
      const end = text.indexOf('}', at);
      const stop = end < 0 ? text.length : end + 1;
      word += text.slice(at, stop);
      at = stop;
    } else if (/[\s;&|(){}]/.test(char)) break;
    else if (char === "'" || char === '"') {
      const quoted = quotedAt(text, at, char);
      word += quoted.text;
      at = quoted.end;
    } else if (char === '\\' && at + 1 < text.length) {
      word += text[at + 1];
      at += 2;
    } else {
      word += char;
      at++;
    }
  }
  return { text: word, start, end: at };
}

function quotedAt(text: string, start: number, quote: string): { text: string; end: number } {
  let content = '';
  let at = start + 1;
  while (at < text.length && text[at] !== quote) {
    if (quote === '"' && text[at] === '\\' && at + 1 < text.length) at++;
    content += text[at];
    at++;
  }
  return { text: content, end: Math.min(text.length, at + 1) };
}
