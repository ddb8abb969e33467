import { fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-have-a-place',
  title: 'It is known where the policies are kept',
  severity: 'info',
  criteria: {
    'CC5.3': 'What is laid down can be looked up only where it is known to be kept.',
    'CC2.2': 'Staff find what they have to know where all of it is kept.',
  },
  do: 'Say in .soc2/config.yml that this repository holds policies (`holds: [policies]`), or leave it out and keep them elsewhere.',
  shows: 'document',
  on: on('policy-set'),
  check: ({ at, traits: { declaredAt, titles } }) => {
    const [only] = titles;
    if (titles.length >= 2 || (declaredAt && only !== undefined)) return pass();
    if (declaredAt)
      return fail('Policies are said to be kept here, and none was found.', declaredAt, {
        label: 'no policy was recognised',
        do: 'Say where they are with `documents: [a/folder/**]` in .soc2/config.yml, or take `policies` out of `holds`.',
      });
    if (only !== undefined) return fail(`${only} is the only policy here, and nothing says where the others are.`, at);
    return unknown(
      {
        code: 'not-in-repository',
        subject: 'where the policies are kept',
        settledBy:
          '`holds: [policies]` in .soc2/config.yml if they are kept here, or an entry for CC5.3 in .soc2/manual-evidence.yml',
      },
      at,
    );
  },
});
