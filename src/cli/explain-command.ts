import { ruleIndex } from '../../rules/index.ts';
import { criteria, criterion, isCriterionId, type CriterionId } from '../criteria/catalogue.ts';
import { nearest } from '../config/nearest.ts';
import { rulePage } from '../io/page.ts';
import { parse } from './args.ts';
import { UsageError } from '../config/usage-error.ts';

/** `soc2-lint explain RULE | CRITERION`. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const [name, ...more] = parse(args, {}).positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError('explain takes one id, of a rule or of a criterion: soc2-lint explain CC6.1');
  const id = name.toUpperCase();
  if (isCriterionId(id)) process.stdout.write(await criterionText(id));
  else process.stdout.write(ruleText(name));
  return 0;
}

const reaches = {
  primary: 'A repository reaches far here.',
  partial: 'A repository shows a good part.',
  weak: 'A repository gives a supporting signal only.',
  document: 'A repository shows what documents say, and no more.',
  none: 'A repository can show nothing of it: say in .soc2/manual-evidence.yml where it is kept.',
} as const;

async function criterionText(id: CriterionId): Promise<string> {
  const { title, category, series, reach, documents, elsewhere } = criterion(id);
  const entries = ruleIndex.entries.filter((entry) => entry.criteria.includes(id));
  const domains = [...new Set(entries.map(({ domain }) => domain))];
  const rules = (await Promise.all(domains.map((domain) => ruleIndex.load(domain))))
    .flat()
    .filter((rule) => rule.criteria[id]);
  const lines = [
    `${id}  ${title}        ${category} · ${series}`,
    reaches[reach],
    '',
    rules.length === 0 ? '  No rule looks at it.' : `  What rules show (${rules.length})`,
    ...rules.map((rule) => `    ${rule.id}: ${rule.criteria[id]}`),
    ...(documents ? ['', '  Documents that describe it', `    ${documents}`] : []),
    ...(elsewhere ? ['', '  What stays outside of a repository', `    ${elsewhere}`] : []),
    '',
    '  Good to know',
    '    A SOC 2 report is an attestation by a CPA firm, not a certification, and nobody passes or fails it.',
    '    Type I looks at the design on one day; Type II at operation over 3 to 12 months.',
    '    There are five categories: Security always, Availability, Processing Integrity, Confidentiality and Privacy by choice.',
  ];
  return `${lines.join('\n')}\n`;
}

function ruleText(name: string): string {
  const entry = ruleIndex.entries.find(({ id, formerly }) => id === name || formerly?.includes(name));
  if (!entry) {
    const names = [...ruleIndex.entries.map(({ id }) => id), ...criteria.map(({ id }) => id)];
    const near = nearest(name, names);
    throw new UsageError(
      `there is no rule or criterion ${name}${near ? `; did you mean ${near}?` : ''} (soc2-lint rules lists them)`,
    );
  }
  const page = rulePage(entry.domain, entry.id);
  if (page === undefined)
    throw new UsageError(
      `the page of ${entry.id} is not beside this program; see rules/${entry.domain}/${entry.id}.md`,
    );
  return page.replace(/<!--[\s\S]*?-->\n*/g, '');
}
