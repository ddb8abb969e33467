import type { Report } from '../../model/report.ts';
import type { RenderContext } from '../context.ts';
import { changeSection } from './change.ts';
import { contentOf } from './content.ts';
import { coverageSection } from './coverage.ts';
import { criteriaSection } from './criteria.ts';
import { head, titleOf } from './head.ts';
import { inventorySection } from './inventory.ts';
import type { Markup } from './markup.ts';
import { problemsSection } from './problems.ts';
import { exceptionsSection, manualSection } from './records.ts';
import { rulesSection } from './rules.ts';
import { shell } from './shell.ts';
import { style } from './style.ts';
import { unknownsSection } from './unknowns.ts';

/** The whole page of a scan. */
export function page(report: Report, context: RenderContext): Markup {
  const content = contentOf(report, context);
  const whole = !report.scope.partial;
  return shell({
    title: titleOf(report, context),
    style,
    head: head(report, context),
    sections: [
      ['change', 'This change', changeSection(content)],
      ['coverage', 'Coverage', whole && coverageSection(report)],
      ['rules', 'Rules and findings', rulesSection(content)],
      ['unknown', 'Unknown', unknownsSection(content)],
      ['criteria', 'Criteria', whole && criteriaSection(content)],
      ['exceptions', 'Exceptions', exceptionsSection(content)],
      ['manual', 'Evidence elsewhere', whole && manualSection(content)],
      ['inventory', 'Inventory', inventorySection(content)],
      ['problems', 'Problems', problemsSection(content)],
    ],
    footer: [
      report.limits.join(' '),
      `${report.tool.name} ${report.tool.version}. The same tree and arguments give the same page.`,
    ],
  });
}
