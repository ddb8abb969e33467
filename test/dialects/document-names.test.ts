import { describe, expect, it } from 'vitest';
import { documents } from '../../src/dialects/documents/index.ts';
import type { PolicyDocument } from '../../src/dialects/documents/model.ts';
import { scanTree } from '../scan-tree.ts';
import { readWith } from './read.ts';

const body = '\n### Purpose\n\nWhy.\n\n### Scope\n\nAll systems.\n\n### Policy\n\nWhat.\n';
const documentIn = async (path: string, top: string): Promise<PolicyDocument | undefined> => {
  const { resources } = await readWith(documents, { [path]: top + body });
  return resources.find(({ type }) => type === 'policy')?.model as PolicyDocument | undefined;
};

// Names as they are met where policies are kept: numbers, ids, versions, exports of wikis, folders for each.
const named: readonly (readonly [path: string, top: string, policy: string | undefined])[] = [
  ['05-access-control/index.md', '# Access Control\n', 'access-control'],
  ['policies/05-access-control/index.md', '', 'access-control'],
  ['bcp-dr/index.md', '---\ntitle: Business continuity\npolicy: true\n---\n', 'continuity'],
  ['policies/access.md.tmpl', '# {{.Name}} Access Control Policy\n', 'access-control'],
  ['policies/backup.mdx', 'import X from "y";\n\n# Backup Policy\n', 'backup'],
  ['policies/vendor.txt', 'Vendor Management Policy\n========================\n', 'vendors'],
  ['policies/vendor.txt', 'VENDOR MANAGEMENT POLICY\n\n1. PURPOSE\n', 'vendors'],
  ['docs/Information Security Policy (ISP) v2.md', '# Information Security Policy (ISP) v2\n', 'information-security'],
  ['wiki/Access-Control-Policy.md', '', 'access-control'],
  [
    'wiki/Change-Management-Policy-2f1a9c0b3d4e5f60718293a4b5c6d7e8.md',
    '# Change Management Policy\n',
    'change-management',
  ],
  ['SOC2/Policies/POL-007_Incident_Response_Plan.md', '# POL-007: Incident Response Plan\n', 'incident-response'],
  ['compliance/policies/IS-POL-03 - Cryptography.md', '# IS-POL-03 Cryptography Policy\n', 'encryption'],
  ['access_control_policies/AC-POL-001.md', '# Access Control Policy (AC-POL-001)\n', 'access-control'],
  ['_operational_policies/OP-POL-004.md', '---\ntitle: Human Resources Security Policy\n---\n', 'personnel'],
  ['people-policies/code-of-conduct.md', '# Code of Business Conduct and Ethics\n', 'code-of-conduct'],
  ['isms/A.9 Access control.md', '# A.9 Access control\n', 'access-control'],
  ['policies/Code of Conduct/code-of-conduct-2025.md', '# Code of Conduct\n', 'code-of-conduct'],
  ['policies/Third Party Management Policy/README.md', '# Third Party Management Policy\n', 'vendors'],
  ['policies/BCDR.md', '# BC/DR Plan\n', 'continuity'],
  ['policies/iam.md', '# Identity and Access Management\n', 'access-control'],
  ['policies/02-password-and-mfa.md', '# Password and MFA Policy\n', 'authentication'],
  ['policies/03-access.md', '# Access Control and Onboarding/Offboarding Policy\n', 'access-control'],
  ['policies/security_response_plan_policy.md', '# Security Response Plan Policy\n', 'incident-response'],
  ['policies/it.md', '# Acme Security Policy\n', 'information-security'],
  // The security of one thing is no policy for the whole, and a word in passing is no policy.
  ['policies/router_switch_security_policy.md', '# Router and Switch Security Policy\n', undefined],
  ['policies/operations-security-policy.md', '# Operations Security Policy\n', undefined],
  ['policies/ai_usage_governance_policy.md', '# AI Usage Governance Policy\n', undefined],
  ['policies/keys.md', '# Key Management Policy\n', 'encryption'],
  ['policies/clean-desk.md', '# Clean Desk Policy\n', undefined],
];

describe('documents by names as they are met', () => {
  it.each(named)('%s: %j', async (path, top, policy) => {
    const document = await documentIn(path, top);
    expect(document).toBeDefined();
    expect(document!.policy).toBe(policy);
  });

  it.each<[string, string]>([
    ['docs/access-control.md', '# Access control\n\nRoles and bindings.\n'],
    ['docs/design/backup.md', '# Backup\n\n## Goals\n\n## Scope\n\n## Design\n'],
    ['kyverno-policies/require-labels.md', '# Require labels policy\n\nThis policy checks labels.\n'],
    ['network-policies/README.md', '# Network policies\n\n## Scope\n'],
    ['docs/security/hardening.md', '# Hardening\n\nSwitch on encryption.\n'],
    ['CODE_OF_CONDUCT.md', '# Contributor Covenant Code of Conduct\n\n## Scope\n\n## Enforcement\n\n## Purpose\n'],
    ['SECURITY.md', '# Security Policy\n\n## Scope\n\n## Policy\n\n## Exceptions\n'],
    ['CONTRIBUTING.md', '# Contributing\n\n## Purpose\n\n## Scope\n\n## Policy\n'],
  ])('none in %s', async (path, text) => {
    const { resources } = await readWith(documents, { [path]: text });
    expect(resources.find(({ type }) => type === 'policy')).toBeUndefined();
  });
});

describe('a document for two policies', () => {
  it('is found as both, where its title names both', async () => {
    expect((await documentIn('policies/x.md', '# Backup and Disaster Recovery Policy\n'))?.also).toEqual(['backup']);
    const two = await documentIn('policies/x.md', '# Roles, Responsibilities and Training\n');
    expect([two!.policy, ...two!.also].sort()).toEqual(['roles', 'training']);
    expect((await documentIn('policies/x.md', '# Data Retention and Disposal Policy\n'))?.also).toEqual([]);
  });

  it('so that neither is missing, and each has its sections', async () => {
    const { report } = await scanTree(
      new Map([
        ['.soc2/config.yml', 'categories: [availability]\nholds: [policies]\n'],
        [
          'policies/backup-and-dr.md',
          `# Backup and Disaster Recovery Policy\n${body}${'Copies are made of all that customers gave us. '.repeat(12)}\n`,
        ],
      ]),
      { rules: ['expected-policies-exist', 'policies-have-their-sections'] },
    );
    const of = (rule: string) => report.results.filter((result) => result.rule === rule);
    const missing = of('expected-policies-exist').map(({ subject }) => subject.name);
    expect(missing).not.toContain('Backup policy');
    expect(missing).not.toContain('Business continuity and disaster recovery plan');
    expect(of('policies-have-their-sections').map(({ item }) => item)).toEqual(
      expect.arrayContaining(['recovery time objective', 'retention']),
    );
  });
});
