import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import { contactsIn } from '../../src/subjects/policy-document/contacts.ts';
import { ratingScale } from '../../src/subjects/policy-document/rating-scale.ts';
import { readWith } from '../dialects/read.ts';

const documentOf = async (text: string): Promise<PolicyDocument> => {
  const { resources } = await readWith(documents, {
    'policies/risk.md': `# Risk management policy\n\n## Scope\n\nAll.\n\n## Text\n\n${text}\n`,
  });
  return resources.find(({ type }) => type === 'policy')!.model as PolicyDocument;
};

describe('the scale for risks', () => {
  it.each<[string, object]>([
    ['Likelihood and impact are rated from 1 to 5.', { from: 1, to: 5 }],
    ['Likelihood is scored 1-5, and so is impact.', { from: 1, to: 5 }],
    ['Each risk gets a likelihood between 1 and 4.', { from: 1, to: 4 }],
    ['Impact is on a scale of 1 (negligible) to 10 (severe).', { from: 1, to: 10 }],
    ['We use a five-point scale for likelihood and impact.', { from: 1, to: 5 }],
    ['We use a 3-point scale for impact.', { from: 1, to: 3 }],
    ['Risks are rated 0 to 10.', { from: 0, to: 10 }],
    ['Likelihood and impact are low, medium or high.', { words: ['low', 'medium', 'high'] }],
    ['Risks are rated low, medium, high, or critical.', { words: ['low', 'medium', 'high', 'critical'] }],
    ['Likelihood is rare, unlikely, possible and likely.', { words: ['rare', 'unlikely', 'possible', 'likely'] }],
  ])('%s', async (text, scale) => {
    expect(ratingScale(await documentOf(text))).toMatchObject(scale);
  });

  it.each([
    'Risks are looked at every 2 to 3 months.',
    'The likelihood is high that nobody reads this.',
    'Impact lasts from 1 to 5 days.',
    'A team of 3 to 5 people rates risks by their impact.',
    'A high impact asks for a decision of the Chief Executive.',
    'Chapters 2 to 4 speak of likelihood.',
    'Passwords are rated from 1 to 5.',
    'Vendors are low, medium or high.',
    'Impact and likelihood are both written down.',
    'Risks are rated by the team.',
  ])('none: %s', async (text) => {
    expect(ratingScale(await documentOf(text))).toBeUndefined();
  });
});

describe('addresses and what they are for', () => {
  it.each<[string, string]>([
    ['Incidents are reported to security@acme.example.', 'reports of incidents'],
    ['Report a suspicious mail to security@acme.example at once.', 'reports of incidents'],
    ['If you see a breach, e-mail security@acme.example.', 'reports of incidents'],
    ['Tell security@acme.example of every security event.', 'reports of incidents'],
    ['Contact security@acme.example, for example about an incident.', 'reports of incidents'],
    ['Vulnerabilities are reported to psirt@acme.example.', 'reports of vulnerabilities'],
    ['Requests about personal data go to privacy@acme.example.', 'requests about personal data'],
    ['Data subjects write to privacy@acme.example.', 'requests about personal data'],
    ['Misconduct is reported to ethics@acme.example.', 'concerns about conduct'],
    ['Whistleblowers write to [us](mailto:ethics@acme.example) at ethics@acme.example.', 'concerns about conduct'],
  ])('%s', async (text, purpose) => {
    expect(contactsIn(await documentOf(text)).map((contact) => contact.purpose)).toEqual([purpose]);
  });

  it.each([
    'Ask for software at it@acme.example.',
    'The owner is head@acme.example.',
    'Incidents are reported at once. Software is asked for at it@acme.example.',
    'Questions go to the team: help@acme.example.',
    'Incidents are reported in the portal.',
    'Accounts look like name@acme.example.',
    'Backups that fail page oncall@acme.example.',
    'Audits are planned with audit@acme.example.',
    'Invoices go to billing@acme.example.',
    'Training is booked at people@acme.example.',
  ])('for nothing of that: %s', async (text) => {
    expect(contactsIn(await documentOf(text))).toEqual([]);
  });
});
