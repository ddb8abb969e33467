import type { FilePlace } from '../../model/place.ts';

/** What a package manager's settings file says about where packages come from. */
export interface PackageSettings {
  registries: readonly Written[];
  /** Where certificate checks are switched off. */
  uncheckedAt?: FilePlace;
  credentials: readonly Written[];
  /** Where several registries are asked; `open` where any of them may answer for any package. */
  mixed?: { open: boolean; at: FilePlace };
}

export interface Written {
  value: string;
  at: FilePlace;
}

interface Format {
  path: RegExp;
  registry: RegExp;
  unchecked?: RegExp;
  /** Its first group is the credential. */
  credential?: RegExp;
}

const url = '(https?://[^\\s"\'<>)]+)';
/** `user:secret@` in an address, with the secret written out. */
const userinfo = /https?:\/\/[^\s/:@"']*:([^\s/@"'${}%]+)@/;

// Each file is a list of settings, one a line: no more of their syntax is needed to find addresses and credentials.
const formats: readonly Format[] = [
  {
    path: /(^|\/)\.npmrc$/,
    registry: new RegExp(`^\\s*(?:@[^:\\s]+:)?registry\\s*=\\s*["']?${url}`),
    unchecked: /^\s*strict-ssl\s*=\s*false/,
    credential: /^\s*(?:\/\/\S+:)?_(?:authToken|auth|password)\s*=\s*["']?([^\s"'${}]+)["']?\s*(?:[#;].*)?$/,
  },
  {
    path: /(^|\/)\.yarnrc\.ya?ml$/,
    registry: new RegExp(`^\\s*npmRegistryServer:\\s*["']?${url}`),
    unchecked: /^\s*enableStrictSsl:\s*false/,
    credential: /^\s*npmAuth(?:Token|Ident):\s*["']?([^\s"'${}]+)["']?\s*(?:[#;].*)?$/,
  },
  {
    path: /(^|\/)(pip\.(conf|ini)|\.pip\/pip\.conf)$/,
    registry: new RegExp(`^\\s*(?:extra-)?index-url\\s*=\\s*${url}`),
    unchecked: /^\s*trusted-host\s*=\s*\S/,
    credential: userinfo,
  },
  {
    path: /(^|\/)requirements[\w.-]*\.(txt|in)$/,
    registry: new RegExp(`^\\s*(?:-i|--index-url|--extra-index-url|-f|--find-links)[\\s=]+${url}`),
    unchecked: /^\s*--trusted-host[\s=]+\S/,
    credential: userinfo,
  },
  { path: /(^|\/)Gemfile$/, registry: new RegExp(`^\\s*source[\\s(]+["']${url}`), credential: userinfo },
  {
    path: /(^|\/)nuget\.config$/i,
    registry: new RegExp(`<add\\s+key="[^"]*"\\s+value="${url}"`, 'i'),
    credential: /<add\s+key="ClearTextPassword"\s+value="([^"%]+)"/i,
  },
  {
    path: /(^|\/)build\.gradle(\.kts)?$/,
    registry: new RegExp(`\\burl\\s*(?:=|\\()?\\s*(?:uri\\()?\\s*["']${url}`),
    credential: userinfo,
  },
  {
    path: /(^|\/)\.cargo\/config(\.toml)?$/,
    registry: new RegExp(`^\\s*(?:index|registry)\\s*=\\s*["'](?:sparse\\+)?${url}`),
    credential: /^\s*token\s*=\s*["']([^"']+)["']/,
  },
];

/** Texts that stand where a credential is to be put. */
const placeholder = /^(x+|\*+|<.*|your[-_].*|change-?me|(token|password|secret|npm_token)|.*placeholder.*)$/i;

export const isPackageSettings = (path: string): boolean => formats.some((format) => format.path.test(path));

/** What the file says; undefined where it says nothing about registries. */
export function packageSettings(path: string, text: string): PackageSettings | undefined {
  const format = formats.find((candidate) => candidate.path.test(path));
  if (!format) return undefined;
  const registries: Written[] = [];
  const credentials: Written[] = [];
  let uncheckedAt: FilePlace | undefined;
  text.split('\n').forEach((line, index) => {
    if (/^\s*(#|;|\/\/(?!\S+:_))/.test(line)) return;
    const registry = format.registry.exec(line);
    if (registry) registries.push(written(path, index, line, registry[1]!));
    if (format.unchecked?.test(line)) uncheckedAt ??= written(path, index, line, line.trim()).at;
    const credential = format.credential?.exec(line);
    if (credential && !placeholder.test(credential[1]!)) credentials.push(written(path, index, line, credential[1]!));
  });
  if (registries.length === 0 && credentials.length === 0 && !uncheckedAt) return undefined;
  const mixed = mixedSources(path, text, registries);
  return { registries, credentials, ...(uncheckedAt && { uncheckedAt }), ...(mixed && { mixed }) };
}

// pip takes the highest version that any index has: https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url
// NuGet takes the first answer unless packages are mapped: https://learn.microsoft.com/en-us/nuget/consume-packages/package-source-mapping
function mixedSources(path: string, text: string, registries: readonly Written[]): PackageSettings['mixed'] {
  if (/nuget\.config$/i.test(path)) {
    const [, second] = registries;
    if (!second || !hasBoth(registries.map(({ value }) => value))) return undefined;
    return { open: !/<packageSourceMapping>/i.test(text), at: second.at };
  }
  if (!/(pip\.(conf|ini)|\.(txt|in))$/.test(path)) return undefined;
  const lines = text.split('\n');
  const index = lines.findIndex((line) => /^\s*(?:--)?extra-index-url[\s=]/.test(line));
  const isOnlyExtra = !lines.some((line) => /^\s*(?:--|-i\b)?(?:index-url)?[\s=]*https?:/.test(line));
  const asked = [...registries.map(({ value }) => value), ...(isOnlyExtra ? ['https://pypi.org/simple'] : [])];
  if (index < 0 || !hasBoth(asked)) return undefined;
  return { open: true, at: written(path, index, lines[index]!, lines[index]!.trim()).at };
}

const publicly =
  /^https?:\/\/(?:[\w-]+\.)*(?:pypi\.org|python\.org|pytorch\.org|nvidia\.com|nuget\.org|anaconda\.org|googleapis\.com\/jax[\w-]*)(?:[/:]|$)/i;

/** Own packages are only in danger beside public ones. */
const hasBoth = (addresses: readonly string[]): boolean =>
  addresses.some((address) => publicly.test(address)) && addresses.some((address) => !publicly.test(address));

function written(file: string, index: number, line: string, value: string): Written {
  const column = line.indexOf(value) + 1;
  const lineNumber = index + 1;
  return {
    value,
    at: {
      file,
      span: { startLine: lineNumber, startColumn: column, endLine: lineNumber, endColumn: column + value.length },
    },
  };
}
