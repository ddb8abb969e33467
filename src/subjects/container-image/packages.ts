import type { Step } from './steps.ts';

interface Installer {
  program: RegExp;
  command: RegExp;
  /** Whether a word names one version. */
  exact: RegExp;
  /** Options that are followed by a value of their own. */
  withValue?: RegExp;
}

const installers: readonly Installer[] = [
  { program: /^(?:apt|apt-get|aptitude)$/, command: /^install$/, exact: /=/, withValue: /^(?:-o|-t|-c|--option)$/ },
  { program: /^apk$/, command: /^add$/, exact: /[=<>~]/, withValue: /^(?:-t|--virtual|-X|--repository|-p)$/ },
  { program: /^(?:yum|dnf|microdnf|tdnf)$/, command: /^(?:install|localinstall)$/, exact: /-\d/ },
  { program: /^zypper$/, command: /^(?:install|in)$/, exact: /=|-\d/, withValue: /^(?:-r|--repo|-t|--type)$/ },
  {
    program: /^pip[\d.]*$/,
    command: /^install$/,
    exact: /===?|@/,
    withValue:
      /^(?:-i|--index-url|--extra-index-url|-t|--target|-c|--constraint|-f|--find-links|--trusted-host|--prefix|--root)$/,
  },
  { program: /^pipx$/, command: /^install$/, exact: /==|@/ },
  { program: /^npm$/, command: /^(?:install|i|add)$/, exact: /.@/, withValue: /^(?:--prefix|-C|--registry)$/ },
  { program: /^(?:yarn|pnpm|bun)$/, command: /^add$/, exact: /.@/ },
  { program: /^gem$/, command: /^(?:install|i)$/, exact: /:\d/, withValue: /^(?:-v|--version|-i|-n|--source)$/ },
  { program: /^go$/, command: /^install$/, exact: /@(?!latest$)/ },
];

const lists = /^(?:-r|--requirement|-e|--editable)(?:=|$)|^--requirement=/;
const chosen = /^(?:-v|--version)(?:=|$)/;

/** The package that a command installs in whatever version is the newest; undefined where it names one for each. */
export function openPackage({ words }: Step): string | undefined {
  const own = words[0] === 'sudo' ? words.slice(1) : words;
  const isModule = /^python[\d.]*$/.test(own[0] ?? '') && own[1] === '-m';
  const [program = '', ...rest] = isModule ? own.slice(2) : own;
  const name = program.replace(/^.*\//, '');
  const installer = installers.find((one) => one.program.test(name));
  if (!installer) return undefined;
  const { command, exact, withValue } = installer;
  const at = rest.findIndex((word, i) => !word.startsWith('-') && !withValue?.test(rest[i - 1] ?? ''));
  if (at < 0 || !command.test(rest[at]!)) return undefined;
  const behind = rest.slice(at + 1);
  if (behind.some((word) => lists.test(word) || chosen.test(word))) return undefined;
  const open = behind.find(
    (word, i) => !word.startsWith('-') && !withValue?.test(behind[i - 1] ?? '') && isPackage(word) && !exact.test(word),
  );
  return open === undefined ? undefined : `${name} ${open}`;
}

// Not a folder, a file, a variable or an address, nor the package manager itself.
const isPackage = (word: string): boolean =>
  /^@?[A-Za-z][\w@/.+:[\]=~<>!,-]*$/.test(word) &&
  !/^(?:https?|git\+?\w*|file):|\.(?:deb|rpm|apk|whl|tgz|gz|zip|gem|txt)$/.test(word) &&
  !/^(?:pip|setuptools|wheel|npm)$/.test(word);
