import { isApplicable, isKnown } from '../../src/model/fact.ts';
import { expect, fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'required-checks-exist',
  title: 'Every required check is reported by something',
  severity: 'high',
  criteria: {
    'CC8.1': 'Each test that has to pass before a merge is one that a pipeline really runs under that name.',
  },
  do: 'Use the job’s own name (its name:, else its id; "caller / callee" for a reusable workflow), without the workflow’s name.',
  on: on('branch-rules'),
  needs: ['workflow-job', 'workflow'],
  check: ({ name, at, traits: { thisRepository: here, requiredChecks: checks } }, { find }) => {
    if (!isApplicable(checks) || checks.items.length === 0 || isKnown(here, false)) return [];
    if (isApplicable(here) && !here.known) return unknown(here.reason, at);
    const jobs = find('workflow-job');
    const names = new Map(
      jobs.flatMap((job) => {
        const list = job.traits.checkNames;
        return isApplicable(list) ? list.items.flatMap((item) => (item.known ? [[item.value, job] as const] : [])) : [];
      }),
    );
    const open = jobs.map(({ traits }) => traits.checkNames).find((list) => isApplicable(list) && !list.complete);
    const titles = find('workflow').flatMap(({ traits }) => traits.title ?? []);
    return checks.items.map((check) => {
      if (!check.known) return expect(check, () => true, '');
      const { name: called, fromPipelines } = check.value;
      const more = { via: check.via, item: called };
      if (names.has(called)) return pass(names.get(called)!.at, called);
      if (open && isApplicable(open))
        return unknown(
          open.reason ?? { code: 'not-evaluated', settledBy: 'names without expressions' },
          check.at,
          called,
        );
      const bare = called.replace(/ \((pull_request|push)\)$/, '');
      const title = titles.find((text) => bare.startsWith(`${text} / `));
      const job = title === undefined ? undefined : bare.slice(title.length + 3);
      if (job !== undefined && names.has(job))
        return fail(`${name} waits for "${called}", which no pipeline reports: its job is called "${job}".`, check.at, {
          ...more,
          label: 'with the workflow’s name',
          do: `Ask for "${job}": checks are known by the name of the job alone.`,
          related: [{ name: job, at: names.get(job)!.at }],
        });
      if (fromPipelines)
        return fail(`${name} waits for "${called}", and no job of this repository has that name.`, check.at, {
          ...more,
          label: 'no job reports it',
        });
      return unknown(
        {
          code: 'not-in-repository',
          subject: `who reports the check "${called}"`,
          settledBy: 'a job of that name, or the id of the app that reports it',
        },
        check.at,
        called,
      );
    });
  },
});
