import type { Step } from '../../dialects/github-actions/model.ts';
import type { Install } from '../../model/kinds/workflow-job.ts';
import { setOf } from '../mapping.ts';
import { placeIn } from './steps.ts';

interface Manager {
  command: RegExp;
  lockfiles: readonly string[];
  /** What makes it keep to the lock file; undefined: it does so in pipelines by itself. */
  strict?: RegExp;
  loose?: RegExp;
}

// npm: https://docs.npmjs.com/cli/commands/npm-ci. pnpm is strict where CI is set, Yarn from version 2 on in pull requests,
// so only switching that off counts there; version 1 and Bun have to be told.
const managers: readonly Manager[] = [
  {
    command: /^npm (?:install|i|ci|clean-install)\b/,
    lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'],
    strict: /^npm (?:ci|clean-install)\b/,
  },
  {
    command: /^pnpm (?:install|i)\b/,
    lockfiles: ['pnpm-lock.yaml'],
    loose: /--no-frozen-lockfile|--frozen-lockfile=false/,
  },
  { command: /^yarn(?: install)?(?=\s|$)/, lockfiles: ['yarn.lock'], loose: /--no-immutable/ },
  { command: /^bun (?:install|i|ci)\b/, lockfiles: ['bun.lock', 'bun.lockb'], strict: /--frozen-lockfile|^bun ci\b/ },
];

/** Installs of all that a manifest names, where the lock file of that package manager is in the folder or above it. */
export function installs(steps: readonly Step[], paths: readonly string[]): Install[] {
  const there = setOf(paths);
  const yarnIsOld = !paths.some((path) => /(^|\/)\.yarnrc\.yml$/.test(path));
  return steps.flatMap((step) => {
    const { run, name } = step;
    if (!run) return [];
    // A script that moves about may be anywhere.
    const moves = /(^|[\s;&|(])(cd|pushd)\s|--prefix|\s-C\s|--cwd|--dir\b/.test(run.text);
    const folders = above(step.folder);
    const isLocked = (lockfiles: readonly string[]) =>
      moves
        ? paths.some((path) => lockfiles.includes(path.slice(path.lastIndexOf('/') + 1)))
        : folders.some((folder) => lockfiles.some((lockfile) => there.has(folder + lockfile)));
    return commandsOf(run.text).flatMap(({ text, offset }): Install[] => {
      const manager = managers.find(({ command }) => command.test(text));
      if (!manager || !isLocked(manager.lockfiles)) return [];
      const rest = text.replace(manager.command, '').trim().split(/\s+/);
      const named = rest.some((word, index) => word !== '' && !word.startsWith('-') && !takesValue(rest[index - 1]));
      if (named || /(^|\s)(-g|--global)\b/.test(text)) return [];
      const strict =
        manager.command.source.startsWith('^yarn') && yarnIsOld ? /--frozen-lockfile|--immutable/ : manager.strict;
      const loose = manager.loose?.test(text) || (strict !== undefined && !strict.test(text));
      return [{ what: text, at: placeIn(run, offset, text.length), item: `${name}: ${text}`, loose }];
    });
  });
}

/** The folder and those above it, with a slash at the end; the root is the empty text. */
function above(folder = ''): string[] {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return [...parts.keys(), parts.length].map((depth) =>
    parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join(''),
  );
}

const takesValue = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(-C|--prefix|--cwd|--dir|--workspace|-w|--filter|-F|--network-timeout|--loglevel)$/.test(word);

/** The commands of a script one by one, without what is only said or commented. */
function commandsOf(script: string): { text: string; offset: number }[] {
  return [...script.matchAll(/(?:^|&&|\|\||[;\n(])[ \t]*((?:npm|pnpm|yarn|bun)\b[^\n;&|)#]*)/g)].map((match) => ({
    text: match[1]!.trim(),
    offset: match.index + match[0].indexOf(match[1]!),
  }));
}
