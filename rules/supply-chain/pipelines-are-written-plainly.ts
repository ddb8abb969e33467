import { isApplicable } from '../../src/model/fact.ts';
import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipelines-are-written-plainly',
  title: 'What a pipeline does can be read in it',
  severity: 'low',
  criteria: {
    'CC8.1': 'Whoever reviews a change to the pipeline sees what it will do.',
    'CC6.8': 'Malicious steps can’t hide behind a text that only a run puts together.',
  },
  do: 'Write the path, the text and each input as they are.',
  equivalents: { zizmor: ['obfuscation'] },
  on: having('hiddenMeaning'),
  check: ({ name, traits: { hiddenMeaning } }) =>
    !isApplicable(hiddenMeaning)
      ? hiddenMeaning
      : hiddenMeaning.length === 0
        ? pass()
        : hiddenMeaning.map(({ what, at, item }) => fail(`${name} hides what it does (${what}).`, at, { item })),
});
