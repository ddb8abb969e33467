import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'configuration-changes-are-recorded',
  title: 'Changes of the configuration of resources are recorded',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A setting that became weak shows against the record of what it was.',
    'CC7.2': 'A change that nobody planned is there to be noticed.',
    'CC8.1': 'Changes that were made past the pipeline can be found and held against those that were approved.',
  },
  do: 'Start the recorder, and let it record resources of every type.',
  aspects: {
    started: { checkov: ['CKV2_AWS_45'] },
    types: { checkov: ['CKV2_AWS_45'] },
    'global-types': { checkov: ['CKV2_AWS_48'] },
    regions: { checkov: ['CKV_AWS_121'], trivy: ['AVD-AWS-0019'], kics: ['ac5a0bc0-a54c-45aa-90c3-15f7703b9132'] },
  },
  on: on('configuration-record'),
  check: ({ name, traits: { started, everyType, globalTypes, collectsEveryRegion } }) => ({
    started: expect(started, (on) => on, `${name} is not started.`),
    types: expect(everyType, (all) => all, `${name} records some types of resources only.`),
    'global-types': expect(globalTypes, (on) => on, `${name} leaves out users, roles and policies.`),
    regions: expect(collectsEveryRegion, (all) => all, `${name} collects the records of some regions only.`),
  }),
});
