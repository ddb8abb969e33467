import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'required-checks-come-from-one-app',
  title: 'Only the CI system can report a required check',
  severity: 'info',
  criteria: {
    'CC8.1': 'A check bound to one app can not be reported as passed by anyone else who may write statuses.',
  },
  do: 'Bind each required check to the app that reports it (15368 is GitHub Actions).',
  on: on('branch-rules'),
  check: ({ name, traits: { requiredChecks } }) =>
    !isApplicable(requiredChecks) || requiredChecks.items.length === 0
      ? notApplicable('no check is required')
      : requiredChecks.items.map((check) =>
          expect(
            check,
            ({ fromOneApp }) => fromOneApp,
            ({ name: called }) => `${name} takes the check "${called}" from whoever reports it.`,
            {
              ...(check.known && { item: check.value.name }),
              label: 'any app may report it',
            },
          ),
        ),
});
