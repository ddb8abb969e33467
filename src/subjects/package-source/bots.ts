import { known, notApplicable, type Fact, type FactList } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

// https://docs.github.com/en/code-security/dependabot/working-with-dependabot/configuring-access-to-private-registries-for-dependabot
const dependabotKeys = ['password', 'token', 'key', 'auth-key'];
const renovateKeys = ['token', 'password'];

/** A reference to a secret of the bot's own store: `${{ secrets.NAME }}`, Renovate's `{{ secrets.NAME }}`. */
const isReference = (text: string) => /\{\{\s*secrets\./.test(text);

export default [
  mapping({
    kind: 'package-source',
    dialect: 'dependency-config',
    types: ['dependabot-registry'],
    map: (resource) => ({
      kind: 'package-source',
      provider: 'dependabot',
      ...subjectOf(resource),
      traits: {
        registries: addresses(reader(resource), 'url'),
        certificatesChecked: notApplicable('Dependabot always checks certificates'),
        mixedWithPublic: notApplicable('the package manager decides which registry it asks'),
        writtenCredentials: credentials(reader(resource), dependabotKeys),
      },
    }),
  }),
  mapping({
    kind: 'package-source',
    dialect: 'dependency-config',
    types: ['renovate-host'],
    map: (resource) => ({
      kind: 'package-source',
      provider: 'renovate',
      ...subjectOf(resource),
      traits: {
        registries: addresses(reader(resource), 'matchHost'),
        certificatesChecked: notApplicable('a host rule does not switch certificate checks off'),
        mixedWithPublic: notApplicable('the package manager decides which registry it asks'),
        writtenCredentials: credentials(reader(resource), renovateKeys),
      },
    }),
  }),
];

function addresses(own: Reader, key: string): FactList<string> {
  const list = own.strings(key);
  return { ...list, items: list.items.filter((item) => !item.known || /^https?:/.test(item.value)) };
}

const credentials = (own: Reader, keys: readonly string[]): FactList<string> => ({
  items: keys.flatMap((key): Fact<string>[] => {
    const value = own.optionalString(key);
    if (!value.known || value.value === undefined || value.value === '' || isReference(value.value)) return [];
    return [{ ...known(value.value, value.at), secret: true }];
  }),
  complete: true,
  at: own.at,
});
