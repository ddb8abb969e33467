import { fail, on, pass, rule } from '../../src/rule/rule.ts';
import { isKnown } from '../../src/model/fact.ts';

export default rule({
  id: 'git-dependencies-are-fixed',
  title: 'Dependencies from repositories name the state that is meant',
  severity: 'medium',
  criteria: {
    'CC6.8': 'A push to somebody else’s branch does not change what is installed here.',
    'CC8.1': 'The same commit of this repository takes in the same foreign code, today and next year.',
  },
  do: 'Name the commit (…#<commit> or …@<commit>), or commit a lock file that does.',
  on: on('dependency-manifest'),
  check: ({ name, at, traits: { hasLockfile, movingSources } }) => {
    if (isKnown(hasLockfile, true)) return pass(at);
    return movingSources.length === 0
      ? []
      : movingSources.map(({ what, at: place }) =>
          fail(`${name} takes ${what}, which changes without a change here.`, place, {
            item: what,
            label: 'no fixed state',
          }),
        );
  },
});
