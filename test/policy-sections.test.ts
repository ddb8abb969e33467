import { describe, expect, it } from 'vitest';
import { findings, policyPaths, wholeCompany } from './policy-company.ts';
import { sectionOfHeading } from './policy-sections.ts';

const textOf = (policy: string): string => wholeCompany.get(`docs/policies/${policy}.md`)!;

/** What the change leads to in the whole company. */
const changed = (policy: string, text: string) =>
  findings(new Map(wholeCompany).set(`docs/policies/${policy}.md`, text));

/** Without one heading of the second level and what stands under it. */
function without(policy: string, heading: string): string {
  const parts = textOf(policy).split(/^(?=## )/m);
  const left = parts.filter((part) => !part.startsWith(`## ${heading}\n`));
  expect(left).toHaveLength(parts.length - 1);
  return left.join('');
}

const not = (...things: string[]) => things.map((thing) => `duties-are-written-down: ${thing}`);

// What goes missing with a section besides: what is looked for by itself, or the roles that owners are looked up in.
const besides: { readonly [policyAndHeading: string]: readonly string[] } = {
  'business-continuity: Recovery time objective': ['recovery-targets-are-stated/time'],
  'business-continuity: Recovery point objective': ['recovery-targets-are-stated/point'],
  'data-retention: Retention schedule': ['retention-periods-are-stated'],
  'incident-response: Communicate': ['breach-notices-have-a-deadline'],
  'privacy: What is collected': not('that no more personal data is collected than is needed'),
  'privacy: Purpose': not('that personal data is used for the stated purposes only'),
  'privacy: Consent': not('where consent has to be explicit', 'which choices people have and how they consent'),
  'privacy: Your rights': [
    ...not(
      'how it is checked who asks for data',
      'how people get to see their data',
      'how people have their data corrected',
    ),
    'requests-have-a-deadline',
  ],
  'privacy: Amendments': not('from when it holds and how changes are told'),
  'privacy: Complaints': not('how complaints are taken and answered'),
  'processing-integrity: Definitions': not('what processing has to do, by which definitions'),
  'processing-integrity: Errors': not('how errors in processing are noticed and handled'),
  'roles-and-responsibilities: Roles': ['owners-are-known-roles'],
  'vendor-management: Contracts': not('that vendors have to report incidents'),
};

describe('a policy without one of its sections', () => {
  it('is tried for each that it has to have', () => {
    expect(Object.keys(sectionOfHeading).sort()).toEqual(
      policyPaths(wholeCompany)
        .map((path) => path.replace(/.*\/|\.md$/g, ''))
        .sort(),
    );
  });

  it.each(
    Object.entries(sectionOfHeading).flatMap(([policy, headings]) =>
      Object.entries(headings).map(([heading, section]) => [policy, heading, section] as const),
    ),
  )('%s without "%s"', async (policy, heading, section) => {
    const expected = [`policies-have-their-sections: ${section}`, ...(besides[`${policy}: ${heading}`] ?? [])];
    expect(await changed(policy, without(policy, heading))).toEqual(expected.sort());
  });

  it.each([
    [
      'change-management',
      'Emergency changes',
      'To end an outage a change goes out without prior approval and is reviewed after the fact.',
    ],
    ['change-management', 'Segregation of duties', 'Each change is approved by another engineer before it is merged.'],
    ['change-management', 'Segregation of duties', 'Self-approvals are refused.'],
    ['change-management', 'Request and record', 'Every change has a PR with a linked issue.'],
    ['data-retention', 'Retention schedule', '- **Retention**: 4 years (accounts)'],
    ['vulnerability-management', 'Sources', 'Automated audits run each week.'],
    ['access-control', 'Service accounts', 'All service and emergency accounts have an owner.'],
    ['vendor-management', 'Contracts', '### Contractual requirements\n\nVendors report incidents within a day.'],
    ['business-continuity', 'Upkeep', 'The lead reviews all recovery plans each year.'],
  ])('%s says "%s" in other words', async (policy, heading, sentence) => {
    const left = without(policy, heading);
    expect(await changed(policy, left)).not.toEqual([]);
    expect(await changed(policy, `${left}\n## More\n\n${sentence}\n`)).toEqual([]);
  });

  it('a duty that is said nowhere', async () => {
    expect(await changed('privacy', without('privacy', 'Upkeep'))).toEqual(
      not('how personal data is kept right and current'),
    );
  });
});
