import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, having, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found ? [] : found.length === 0 ? pass() : found.map(({ what, at, item }) => fail(message(what), at, { item }));

export default rule({
  id: 'conditions-mean-what-they-say',
  title: 'Conditions in pipelines are not true by accident',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A step that is to run only under a condition, such as a release, does not run without it.',
  },
  do: 'Write the whole condition inside of ${{ }}, or without it, and use |- or >- where it has several lines.',
  aspects: {
    always: { zizmor: ['unsound-condition'], poutine: ['if_always_true'] },
    parts: { zizmor: ['unsound-contains'] },
  },
  on: having('alwaysTrueConditions'),
  check: ({ name, traits: { alwaysTrueConditions, substringConditions } }) => ({
    always: each(alwaysTrueConditions, (what) => `${name} has a condition that always holds (${what}).`),
    parts: each(substringConditions, (what) => `${name} has a condition that a part of the text meets (${what}).`),
  }),
});
