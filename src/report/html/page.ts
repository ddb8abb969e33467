import { createHash } from 'node:crypto';
import type { Report } from '../../model/report.ts';
import type { RenderContext } from '../context.ts';
import { changeSection } from './change.ts';
import { contentOf } from './content.ts';
import { coverageSection } from './coverage.ts';
import { criteriaSection } from './criteria.ts';
import { head, titleOf } from './head.ts';
import { inventorySection } from './inventory.ts';
import { html, Markup, raw, type Part } from './markup.ts';
import { problemsSection } from './problems.ts';
import { exceptionsSection, manualSection } from './records.ts';
import { rulesSection } from './rules.ts';
import { shapeSheet } from './states.ts';
import { style } from './style.ts';
import { unknownsSection } from './unknowns.ts';

/** The whole page: one file that asks for nothing else and runs nothing. */
export function page(report: Report, context: RenderContext): Markup {
  const content = contentOf(report, context);
  const whole = !report.scope.partial;
  const sections: readonly (readonly [id: string, name: string, section: Part])[] = [
    ['change', 'This change', changeSection(content)],
    ['coverage', 'Coverage', whole && coverageSection(report)],
    ['rules', 'Rules and findings', rulesSection(content)],
    ['unknown', 'Unknown', unknownsSection(content)],
    ['criteria', 'Criteria', whole && criteriaSection(content)],
    ['exceptions', 'Exceptions', exceptionsSection(content)],
    ['manual', 'Evidence elsewhere', whole && manualSection(content)],
    ['inventory', 'Inventory', inventorySection(content)],
    ['problems', 'Problems', problemsSection(content)],
  ];
  const shown = sections.filter(([, , section]) => section instanceof Markup);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${titleOf(report, context)}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        ${shapeSheet}
        <nav aria-label="Sections">
          <ul>
            ${shown.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">${head(report, context)} ${shown.map(([, , section]) => section)}</main>
        <footer>
          <p>${report.limits.join(' ')}</p>
          <p>${report.tool.name} ${report.tool.version}. The same tree and arguments give the same page.</p>
        </footer>
      </body>
    </html> `;
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
