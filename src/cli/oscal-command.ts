import { ruleIndex } from '../../rules/index.ts';
import { oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { oscalCatalog } from '../report/oscal/catalog.ts';
import { oscalComponent } from '../report/oscal/component.ts';
import { allRules } from '../rule/all-rules.ts';
import { version } from '../version.ts';
import { parse } from './args.ts';

/** `soc2-lint oscal catalog|component`: what assessment results refer to. */
export async function oscalCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...more] = parse(args, {}).positionals;
  const wanted = oneOf('what oscal writes', name, ['catalog', 'component'] as const);
  if (more.length > 0) throw new UsageError('oscal takes one name: catalog or component');
  const rules = await allRules(ruleIndex);
  process.stdout.write(wanted === 'catalog' ? oscalCatalog(rules, version) : oscalComponent(rules, version));
  return 0;
}
