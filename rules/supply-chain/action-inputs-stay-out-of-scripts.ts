import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'action-inputs-stay-out-of-scripts',
  title: 'Inputs of an action are not pasted into its scripts',
  severity: 'medium',
  criteria: {
    'CC6.8': 'Whatever a workflow gives to the action stays text and can not become a command.',
  },
  do: 'Give the input to the step as an environment variable (env: NAME: ${{ inputs.name }}) and use "$NAME" in the script.',
  equivalents: { zizmor: ['template-injection'] },
  on: on('local-action'),
  check: ({ name, traits: { inputsInScripts } }) =>
    !inputsInScripts
      ? []
      : inputsInScripts.length === 0
        ? pass()
        : inputsInScripts.map(({ what, at, item }) => fail(`${name} pastes ${what} into a script.`, at, { item })),
});
