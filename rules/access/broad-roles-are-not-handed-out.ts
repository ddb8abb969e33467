import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'broad-roles-are-not-handed-out',
  title: 'Ready-made roles over everything are not handed out',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Nobody’s lost password or key is one to everything there is.',
    'CC6.3': 'Roles are as wide as the duty, and those who run things are not those who grant rights.',
  },
  do: 'Grant the roles that the work needs; keep one guarded way to administration, and accept that one with its reason.',
  aspects: {
    administration: {
      checkov: ['CKV_AWS_275', 'CKV_AWS_274', 'CKV2_AWS_56'],
    },
    'changes-to-everything': {},
    'basic-roles': {
      checkov: ['CKV_GCP_115', 'CKV_GCP_116', 'CKV_GCP_117'],
      trivy: ['AVD-GCP-0007'],
      kics: ['cefdad16-0dd5-4ac5-8ed2-a37502c78672'],
    },
    'service-accounts': {
      checkov: ['CKV_GCP_41', 'CKV_GCP_44', 'CKV_GCP_45', 'CKV_GCP_49'],
      trivy: ['AVD-GCP-0005', 'AVD-GCP-0009', 'AVD-GCP-0011'],
      kics: ['c68b4e6d-4e01-4ca1-b256-1e18e875785c'],
    },
  },
  on: on('access-grant'),
  check: ({ name, traits }) => ({
    administration: expect(traits.administers, (all) => !all, `${name} hands out administration of everything.`),
    'changes-to-everything': expect(
      traits.writesEverything,
      (all) => !all,
      `${name} hands out the right to change nearly everything.`,
    ),
    'basic-roles': expect(
      traits.basicRole,
      (basic) => !basic,
      `${name} hands out a basic role over the whole project.`,
    ),
    'service-accounts': expect(
      traits.actsAsOthers,
      (acts) => !acts,
      `${name} lets its holder act as every service account there is.`,
    ),
  }),
});
