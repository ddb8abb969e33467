import { describe, expect, it } from 'vitest';
import { peopleIn } from '../../src/rule/people.ts';
import { scanTree } from '../scan-tree.ts';

describe('people in a text', () => {
  it.each<[string, string[][]]>([
    ['Head of Security', [['head of security']]],
    ['CTO, CISO', [['cto'], ['ciso']]],
    ['Jane Roe (CTO)', [['jane roe', 'cto']]],
    ['Jane Roe (People - HR, Owner) and the CEO', [['jane roe', 'people', 'hr', 'owner'], ['ceo']]],
    ['', []],
  ])('%s', (text, people) => {
    expect(peopleIn(text)).toEqual(people);
  });
});

describe('who approves a policy', () => {
  const verdict = async (owner: string, approver: string) => {
    const text = `---\ntitle: Backup policy\nowner: ${owner}\napprover: ${approver}\n---\n\n# Backup policy\n\n## Scope\n\nAll.\n`;
    const { report } = await scanTree(new Map([['policies/backup.md', text]]), { rules: ['policies-are-approved'] });
    return report.results.map(({ aspect }) => aspect);
  };

  it.each([
    ['CTO', 'CTO'],
    ['Jane Roe', 'Jane Roe (CTO)'],
    ['CTO', 'Jane Roe (CTO)'],
    ['the CTO', 'CTO'],
  ])('%s, by %s: the same', async (owner, approver) => {
    expect(await verdict(owner, approver)).toEqual(['independent']);
  });

  it.each([
    ['CTO', 'CEO'],
    ['Jane Roe (CTO)', 'John Doe (CEO)'],
    ['CTO, CISO', 'CTO'],
  ])('%s, by %s: another one', async (owner, approver) => {
    expect(await verdict(owner, approver)).toEqual([]);
  });
});
