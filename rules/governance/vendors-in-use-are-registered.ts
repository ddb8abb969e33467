import { vendorOf } from '../../src/criteria/vendors.ts';
import { isApplicable, notApplicable } from '../../src/model/fact.ts';
import type { Place } from '../../src/model/place.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'vendors-in-use-are-registered',
  title: 'Every vendor that the repository uses is in the register of vendors',
  severity: 'medium',
  criteria: {
    'CC9.2': 'Nobody is relied on whom the register of vendors does not know, as far as the code shows.',
  },
  do: 'Add the vendor to the register, with an owner and how much depends on it.',
  on: on('record'),
  needs: [
    'action-reference',
    'webhook',
    'object-storage',
    'database',
    'compute-instance',
    'serverless-function',
    'kubernetes-cluster',
    'network',
    'outside-services',
    'record',
  ],
  check: ({ at, traits: { recorded, written: entries } }, { find }) => {
    if (recorded !== 'vendor-register') return notApplicable('it is not a register of vendors');
    // Whoever is on the list of subprocessors is known as well.
    const lists = find('record').filter(({ traits }) => traits.recorded === 'subprocessor-list');
    const lines = [...entries, ...lists.flatMap(({ traits }) => traits.written)].map(({ cells }) =>
      Object.values(cells)
        .map(({ text }) => text)
        .join(' ')
        .toLowerCase(),
    );
    const used: Use[] = [
      ...find('action-reference').flatMap((action) => ownerOf(action.traits.reference, action.at)),
      ...find('webhook').flatMap(({ traits: { url }, at: place }) =>
        isApplicable(url) && url.known ? hostOf(url.value, place) : [],
      ),
      ...[
        ...find('object-storage'),
        ...find('database'),
        ...find('compute-instance'),
        ...find('serverless-function'),
        ...find('kubernetes-cluster'),
        ...find('network'),
      ].flatMap(({ provider, at: place }) => (provider ? [{ name: provider, at: place }] : [])),
      ...find('outside-services', namedInCode),
    ];
    const known = new Map<string, Use>();
    const strangers = new Map<string, Use>();
    for (const use of used) {
      const vendor = vendorOf(use.name);
      if (vendor && !known.has(vendor.name)) known.set(vendor.name, use);
      if (!vendor && !lines.some((line) => namesOf(use.name).some((name) => line.includes(name))))
        strangers.set(use.name, use);
    }
    const [first] = strangers.values();
    return [
      ...[...known].map(([name, use]) =>
        lines.some((line) => vendorOf(use.name)!.isNamedIn(line))
          ? pass(at, name)
          : fail(`${name} is used here and is not in the register of vendors.`, at, {
              item: name,
              label: 'a vendor is missing',
              related: [{ name: use.name, at: use.at }],
            }),
      ),
      ...(first
        ? [
            unknown(
              {
                code: 'not-in-repository',
                subject: `whether the register should list ${[...strangers.keys()].sort().join(', ')}`,
                settledBy: 'a line in the register for each of them that is a vendor',
              },
              first.at,
              'others',
            ),
          ]
        : []),
    ];
  },
});

interface Use {
  name: string;
  at: Place;
}

const namedInCode = ({ traits }: Subject<'outside-services'>) => traits.namedInCode;

/** `api.payments.io` is called `payments` or `payments.io` where people list it. */
function namesOf(name: string): string[] {
  const whole = name.toLowerCase();
  const labels = whole.split('.');
  const own = labels.length > 1 ? labels.at(-2)! : whole;
  return [whole, labels.slice(-2).join('.'), ...(own.length > 3 ? [own] : [])];
}

/** `docker/login-action@v3` is Docker's, an image the registry's that it comes from. */
function ownerOf(reference: string, at: Place): Use[] {
  if (reference.startsWith('.')) return [];
  const image = /^docker:\/\/(.*)$/.exec(reference);
  const [first = ''] = (image?.[1] ?? reference).split('/');
  const host = image && /[.:]/.test(first) ? first : image ? 'docker.io' : undefined;
  const name = host ?? first;
  return /^[\w.-]+$/.test(name) && (image || reference.includes('/')) ? [{ name, at }] : [];
}

const hostOf = (url: string, at: Place): Use[] => {
  const host = /^https?:\/\/([\w.-]+)/.exec(url)?.[1];
  return host ? [{ name: host, at }] : [];
};
