import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found
    ? []
    : found.length === 0
      ? pass()
      : found.map(({ what, at, item, related }) => fail(message(what), at, { item, ...(related && { related }) }));

export default rule({
  id: 'language-models-hold-no-keys',
  title: 'Texts of strangers don’t steer a language model that can change things',
  severity: 'high',
  criteria: {
    'CC6.6': 'What people from outside write stays a text and does not become an order to a program with rights.',
    'CC6.8': 'An answer that nobody looked at is not run as code.',
  },
  do: 'Give the job the right to read only, and let a later job that checks the answer do the writing.',
  aspects: { asked: {}, answered: {} },
  on: on('workflow-job'),
  check: ({ name, traits: { agentInputs, agentOutputs } }) => ({
    asked: each(
      agentInputs,
      (what) => `${name} gives ${what}, which a stranger can choose, to a language model that can write here.`,
    ),
    answered: each(agentOutputs, (what) => `${name} runs the answer of a language model as code (${what}).`),
  }),
});
