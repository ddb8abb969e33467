import type { Step } from './steps.ts';

// Variables that switch off the check of certificates, as their programs document them.
const variables: readonly [RegExp, string][] = [
  [/^PYTHONHTTPSVERIFY=0$/, 'PYTHONHTTPSVERIFY=0'],
  [/^NODE_TLS_REJECT_UNAUTHORIZED=0$/, 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
  [/^npm_config_strict_ssl=false$/i, 'npm_config_strict_ssl=false'],
  [/^GIT_SSL_NO_VERIFY=(?:1|true)$/i, 'GIT_SSL_NO_VERIFY'],
  [/^PIP_TRUSTED_HOST=./, 'PIP_TRUSTED_HOST'],
];

const connections: readonly [RegExp, RegExp][] = [
  [/^curl$/, /^(?:--insecure|-[fgGiIjLnNOpqRsSvV0-9#]*k\w*)$/],
  [/^wget$/, /^--no-check-certificate$/],
  [/^pip[\d.]*$/, /^--trusted-host(?:=|$)/],
  [/^(?:npm|yarn|pnpm)$/, /^--(?:strict-ssl=false|no-strict-ssl)$/],
  [/^(?:yum|dnf|microdnf|tdnf)$/, /^--setopt=sslverify=(?:false|0)$/],
];

const packages: readonly [RegExp, RegExp][] = [
  [/^apt(?:-get)?$/, /^--(?:allow-unauthenticated|force-yes)$/],
  [/^(?:yum|dnf|microdnf|tdnf)$/, /^--nogpgcheck$/],
  [/^zypper$/, /^--no-gpg-checks$/],
  [/^apk$/, /^--allow-untrusted$/],
  [/^rpm$/, /^--(?:nodigest|nosignature|noverify|nofiledigest)$/],
];

/** The command or the setting by which nobody checks any more who answers. */
export function uncheckedConnection({ words, variables: set }: Step): string | undefined {
  const variable = [...set, ...exported(words)].flatMap(
    (text) => variables.find(([pattern]) => pattern.test(text))?.[1] ?? [],
  )[0];
  if (variable !== undefined) return variable;
  const line = words.join(' ');
  if (/^(?:npm|yarn|pnpm) config set (?:--global |-g )?strict-ssl[ =]false\b/.test(line)) return 'strict-ssl false';
  if (/^git config .*http\.sslverify[ =]false\b/i.test(line)) return 'http.sslVerify false';
  return optionOf(words, connections);
}

export const uncheckedPackage = ({ words }: Step): string | undefined => optionOf(words, packages);

const exported = (words: readonly string[]): readonly string[] => (words[0] === 'export' ? words.slice(1) : []);

function optionOf(words: readonly string[], table: readonly [RegExp, RegExp][]): string | undefined {
  const at = words[0] === 'sudo' ? 1 : 0;
  const program = (words[at] ?? '').replace(/^.*\//, '');
  const [, option] = table.find(([name]) => name.test(program)) ?? [];
  const used = option && words.slice(at + 1).find((word) => option.test(word));
  return used === undefined ? undefined : `${program} ${used.replace(/=.*$/, '')}`;
}
