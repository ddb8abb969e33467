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

// What goes missing with a section besides: a figure that a rule of its own asks for, or the roles that owners are looked up in.
const besides: { readonly [policyAndHeading: string]: readonly string[] } = {
  'business-continuity: Recovery time objective': ['recovery-targets-are-stated/time'],
  'business-continuity: Recovery point objective': ['recovery-targets-are-stated/point'],
  'data-retention: Retention schedule': ['retention-periods-are-stated'],
  'incident-response: Communicate': ['breach-notices-have-a-deadline'],
  'privacy: Your rights': ['requests-have-a-deadline'],
  'roles-and-responsibilities: Roles': ['owners-are-known-roles'],
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
});
