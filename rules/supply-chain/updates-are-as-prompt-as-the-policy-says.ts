import { isKnown } from '../../src/model/fact.ts';
import { expect, fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';
import { says, sentence, statementsOn, strictest } from '../../src/rule/statements.ts';

export default rule({
  id: 'updates-are-as-prompt-as-the-policy-says',
  title: 'Fixes are looked for as often as the policy on vulnerabilities needs',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A known vulnerability in a dependency is proposed to be fixed within the time that the policy sets.',
    'CC5.3': 'What the policy on vulnerabilities lays down is carried out by the update bot.',
  },
  do: 'Let the bot look at least as often as the shortest deadline, and keep security updates on.',
  on: on('dependency-updates'),
  needs: ['policy-document'],
  check: ({ name, at, traits: { bot, securityUpdatesOff, intervalDays } }, { find }) => {
    const deadline = strictest(
      find('policy-document', statementsOn('vulnerability-deadline')),
      'no policy sets a deadline for fixes',
    );
    if (!('said' in deadline)) return deadline;
    const { said, value } = deadline;
    if (isKnown(securityUpdatesOff, true))
      return fail(`${bot} proposes no fixes of vulnerabilities here, ${says(said)}`, at, {
        label: 'no security updates',
        related: sentence(said),
      });
    const often = expect(intervalDays, (days) => days <= value, name);
    if (!('verdict' in often) || often.verdict !== 'fail') return 'verdict' in often ? often : pass(at);
    // Security updates don't wait for the schedule, where they are switched on.
    return unknown(
      {
        code: 'not-in-repository',
        subject: `whether ${bot} proposes fixes of vulnerabilities outside of its schedule`,
        settledBy: `a schedule within "${said.figure}", or the repository's setting for security updates`,
      },
      often.at,
    );
  },
});
