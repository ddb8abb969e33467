import type { Script, Step } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import { placeIn } from './steps.ts';

interface Installer {
  command: RegExp;
  /** Whether a word of the command names one version of a package. */
  exact: RegExp;
}

const installers: readonly Installer[] = [
  { command: /^npm (?:install|i|add)\b/, exact: /@v?\d+\.\d+\.\d+[\w.+-]*$/ },
  { command: /^(?:pnpm|yarn|bun) (?:global )?add\b/, exact: /@v?\d+\.\d+\.\d+[\w.+-]*$/ },
  { command: /^(?:python3? -m )?pip3? install\b/, exact: /===?[\w.+!-]+$/ },
  { command: /^pipx install\b/, exact: /===?[\w.+!-]+$/ },
  { command: /^gem (?:install|i)\b/, exact: /[:@]\d[\w.]*$/ },
  { command: /^go install\b/, exact: /@(?!latest|main|master|HEAD)[\w.+-]+$/ },
];
const versionFlag = /(^|\s)(-v|--version)[\s=]+["']?\d/;
// Flags of these commands that are followed by a value.
const withValue =
  /^(-C|--prefix|-t|--target|--index-url|-i|--extra-index-url|-c|--constraint|-f|--find-links|--registry|--python|-v|--version)$/;

const commands = /(?:^|&&|\|\||[;\n(])[ \t]*(?:sudo )?((?:npm|pnpm|yarn|bun|pip3?|python3?|pipx|gem|go) [^\n;&|)#]*)/g;

interface Named {
  run: Script;
  name: string;
  text: string;
  words: readonly string[];
  open: string | undefined;
  offset: number;
}

const namedIn = (steps: readonly Step[]): Named[] =>
  steps.flatMap(({ run, name }) =>
    [...(run?.text.matchAll(commands) ?? [])].flatMap((match) => {
      const text = match[1]!.trim();
      const installer = installers.find(({ command }) => command.test(text));
      const words = installer ? packagesOf(text.replace(installer.command, '')) : [];
      if (!installer || words.length === 0) return [];
      const open = versionFlag.test(text) ? undefined : words.find((word) => !installer.exact.test(word));
      return [{ run: run!, name, text, words, open, offset: match.index + match[0].indexOf(match[1]!) }];
    }),
  );

/** Packages that are installed by name in whatever version is the newest. */
export function openVersions(steps: readonly Step[]): Finding[] | undefined {
  const installs = namedIn(steps);
  if (installs.length === 0) return undefined;
  return installs.flatMap(({ run, name, text, open, offset }) =>
    open === undefined ? [] : [{ what: open, at: placeIn(run, offset, text.length), item: `${name}: ${open}` }],
  );
}

/**
 * Packages that are installed by name in a fixed version: also where the version is fixed, those that they need are the newest that fit. One
 * that pip checks by its hash, and a tool that `go install` builds with the checksums of its own module, are fixed whole.
 */
export function looseInstalls(steps: readonly Step[]): Finding[] | undefined {
  const installs = namedIn(steps).filter(({ open }) => open === undefined);
  if (installs.length === 0) return undefined;
  const loose = installs.filter(({ text }) => !text.startsWith('go ') && !text.includes('--require-hashes'));
  return loose.map(({ run, name, text, words, offset }) => ({
    what: words.join(' '),
    at: placeIn(run, offset, text.length),
    item: `${name}: ${words.join(' ')}`,
  }));
}

/** The packages that an install names. One by a list of requirements names none: the list is a manifest. */
function packagesOf(rest: string): string[] {
  const words = rest.trim().split(/\s+/);
  if (words.some((word) => /^(-r|--requirement|-e|--editable|--require-hashes)/.test(word))) return [];
  return words
    .filter((word, index) => !word.startsWith('-') && !withValue.test(words[index - 1] ?? ''))
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter(isPackage);
}

// Not a folder, a file, a variable, or the package manager itself.
const isPackage = (word: string): boolean =>
  /^@?[A-Za-z]/.test(word) && !/[$*]|\.(whl|tgz|gz|zip|gem)$/.test(word) && !/^(pip|setuptools|wheel)$/.test(word);
