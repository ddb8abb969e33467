import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import { isEveryPort, openIf, reachesPort, shownPorts, type OpenPorts } from '../../src/model/kinds/network-rule.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

const databases: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
]);

const databasesIn = (open: OpenPorts): string[] => [
  ...new Set([...databases].flatMap(([port, name]) => (reachesPort(open, port, true) ? name : []))),
];

export default rule({
  id: 'network-is-closed',
  title: 'The internet reaches no port for administration and no database',
  severity: 'high',
  criteria: {
    'CC6.1': 'Whoever can’t reach a login or a database can’t try passwords and flaws on it.',
    'CC6.6': 'The boundary lets in from outside only what is meant to be asked from outside.',
  },
  do: 'Narrow the source to the networks that need it, or come in through a bastion, a VPN or the session service of the platform.',
  aspects: {
    ssh: {
      checkov: ['CKV_AWS_100', 'CKV_AWS_24', 'CKV_AZURE_10', 'CKV_GCP_2'],
      trivy: ['AVD-AZU-0050', 'AVD-GCP-0071'],
      kics: [
        'c4dcdcdf-10dd-4bf4-b4a0-8f6239e6aaa0',
        'ba40ace1-a047-483c-8a8d-bc2d3a67a82d',
        '65905cec-d691-4320-b320-2000436cb696',
        '3e3c175e-aadf-4e2b-a464-3fdac5748d24',
      ],
    },
    rdp: {
      checkov: ['CKV_AWS_25', 'CKV_AZURE_9', 'CKV_GCP_3'],
      trivy: ['AVD-AZU-0048', 'AVD-GCP-0070'],
      kics: [
        '678fd659-96f2-454a-a2a0-c2571f83a4a3',
        '151187cb-0efc-481c-babd-ad24e3c9bc22',
        'efbf6449-5ec5-4cfe-8f15-acc51e0d787c',
      ],
    },
    databases: { checkov: ['CKV_GCP_88'], kics: ['381c3f2a-ef6f-4eff-99f7-b169cda3422c'] },
    'all-ports': {
      // Where every port is open, each of these is, and this is the one finding for it.
      checkov: [
        'CKV_AWS_277',
        'CKV_AZURE_77',
        'CKV2_GCP_12',
        'CKV_GCP_2',
        'CKV_GCP_3',
        'CKV_GCP_88',
        'CKV_GCP_75',
        'CKV_GCP_77',
      ],
      trivy: ['AVD-GCP-0027'],
      kics: ['4728cd65-a20c-49da-8b31-9c08b423e4db', '22ef1d26-80f8-4a6c-8c15-f35aab3cac78'],
    },
  },
  on: on('network-rule'),
  check: ({ name, traits: { openToInternet } }) => {
    const judge = (bad: (open: OpenPorts) => boolean, what: (open: OpenPorts) => string) =>
      expectEach(openToInternet, (open) => openIf(open, bad), {
        message: (open) => `${name} lets the internet reach ${what(open)}.`,
        item: shownPorts,
        label: 'open to the internet',
      });
    const all = judge(isEveryPort, shownPorts);
    // One finding for one mistake: where every port is open, or may be, that is the one.
    if (isApplicable(openToInternet) && openToInternet.items.some((item) => item.known && isEveryPort(item.value))) {
      const covered = notApplicable('every port is open or may be, which is judged by itself');
      return { ssh: covered, rdp: covered, databases: covered, 'all-ports': all };
    }
    return {
      ssh: judge(
        (open) => reachesPort(open, 22),
        (open) => `SSH (${shownPorts(open)})`,
      ),
      rdp: judge(
        (open) => reachesPort(open, 3389, true),
        (open) => `remote desktops (${shownPorts(open)})`,
      ),
      databases: judge(
        (open) => databasesIn(open).length > 0,
        (open) => `${databasesIn(open).slice(0, 2).join(' and ')} (${shownPorts(open)})`,
      ),
      'all-ports': all,
    };
  },
});
