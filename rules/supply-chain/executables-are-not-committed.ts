import { fileStart } from '../../src/model/place.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const executable = /\.(exe|dll|so|dylib|jar|war|ear|class|pyc|pyo|ko|apk|ipa|dmg|msi|deb|rpm)$/i;
// Gradle's and Maven's starters are kept with the code on purpose, and their checksums are known.
const starter = /(^|\/)(gradle-wrapper|maven-wrapper)\.jar$/;
const besides =
  /(^|\/)(tests?|testdata|test-data|__tests__|fixtures?|examples?|samples?|vendor|third_party|node_modules)\//i;

export default rule({
  id: 'executables-are-not-committed',
  title: 'Programs are built from reviewed source, and not committed',
  severity: 'low',
  criteria: {
    'CC6.8':
      'Everything that runs can be read before it does: there is no program in the repository that nobody can review.',
    'CC8.1': 'A change to a program is a change to source, which a reviewer can read.',
  },
  do: 'Build it in the pipeline, or take it from a registry by version and checksum, and remove the file.',
  equivalents: { scorecard: ['hasBinaryArtifacts'] },
  on: on('repository'),
  check: ({ traits: { paths } }) => {
    const found = paths.filter((path) => executable.test(path) && !starter.test(path) && !besides.test(path));
    return found.length === 0
      ? pass()
      : found.map((path) =>
          fail(`${path} is a program whose content nobody can review.`, fileStart(path), { item: path }),
        );
  },
});
