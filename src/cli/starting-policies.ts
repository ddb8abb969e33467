import type { Category } from '../criteria/catalogue.ts';
import { policies, policyIds, type PolicyId } from '../criteria/policies.ts';
import type { Report } from '../model/report.ts';
import { sections } from '../subjects/policy/sections.ts';
import { startingTexts } from './starting-texts.ts';

const fileOf = (title: string) => `docs/policies/${title.toLowerCase().replace(/[^a-z]+/g, '-')}.md`;
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A document to start from for each policy that the categories call for and that wasn't found: path → text. */
export function startingPolicies(report: Report, categories: readonly Category[]): { readonly [path: string]: string } {
  const there = new Set(
    report.subjects
      .filter(({ kind, location }) => kind === 'policy' && location && !location.file.startsWith('.soc2/'))
      .map(({ name }) => name),
  );
  return Object.fromEntries(
    policyIds
      .filter((id) => (categories as readonly string[]).includes(policies[id].neededFor))
      .filter((id) => !there.has(policies[id].title))
      .map((id) => [fileOf(policies[id].title), textOf(id)]),
  );
}

function textOf(id: PolicyId): string {
  const { title, criteria } = policies[id];
  const parts = sections[id].map(({ name }, i) => `## ${upper(name)}\n\n${startingTexts[id][i]}\n`);
  return `---
title: ${title}
owner: '[insert role]'
approver: '[insert role, another than the owner]'
version: 0.1
status: draft
effective: YYYY-MM-DD
last_reviewed: YYYY-MM-DD
review_cadence: annual
criteria: [${criteria.join(', ')}]
---

# ${title}

${parts.join('\n')}
## Review and version history

| Version | Date | Change | Approved by |
|---|---|---|---|
| 0.1 | YYYY-MM-DD | A start, to be made ours | [insert role] |
`;
}
