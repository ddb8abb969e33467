import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import { statementsIn } from '../../src/subjects/policy-document/statements.ts';
import { readWith } from '../dialects/read.ts';
import type { Forms } from './statement-forms/forms.ts';
import { ofData } from './statement-forms/of-data.ts';
import { ofDuties } from './statement-forms/of-duties.ts';
import { ofWork } from './statement-forms/of-work.ts';

async function read({ topic, title }: Forms, text: string): Promise<string[]> {
  const { resources } = await readWith(documents, {
    'policies/x.md': `---\ntitle: ${title}\nowner: CTO\n---\n\n# ${title}\n\n## Requirements\n\n${text}\n`,
  });
  const document = resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
  return statementsIn(document)
    .filter((statement) => statement.topic === topic)
    .map(({ value, of, bound, places }) =>
      value.known ? [value.value, of, bound, ...(places ?? [])].filter((part) => part !== undefined).join(' ') : 'open',
    );
}

describe.each([...ofData, ...ofDuties, ...ofWork])('$topic', (topic) => {
  it('has ten forms and ten near-misses at least', () => {
    expect(topic.said.length).toBeGreaterThanOrEqual(10);
    expect(topic.not.length).toBeGreaterThanOrEqual(10);
  });

  it.each(topic.said)('%s', async (text, expected) => {
    expect(await read(topic, text)).toEqual([expected]);
  });

  it.each(topic.not)('not: %s', async (text) => {
    expect(await read(topic, text)).toEqual([]);
  });

  it.each(topic.open)('open: %s', async (text) => {
    expect(await read(topic, text)).toEqual(['open']);
  });
});
