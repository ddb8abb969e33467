import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { liveOf, scanTree } from './scan-tree.ts';
import { examplesOf } from './page.ts';

// Every example of every page, scanned with its rule alone.
for (const { id, domain } of ruleIndex.entries) {
  describe(id, () => {
    const page = readFileSync(`rules/${domain}/${id}.md`, 'utf8');
    const examples = examplesOf(page);

    it('has an example that fails and one that passes', () => {
      expect(new Set(examples.map((example) => example.verdict))).toEqual(
        new Set(['fail', 'pass', ...(examples.some((e) => e.verdict === 'unknown') ? ['unknown'] : [])]),
      );
    });

    for (const example of examples) {
      it(example.title, async () => {
        const { report } = await scanTree(example.files, {
          rules: [id],
          asOf: example.asOf,
          ...(example.changes.size > 0 && { changes: example.changes }),
          ...(example.answers.size > 0 && { live: await liveOf(example.answers) }),
        });
        expect(report.problems.filter((problem) => !problem.notice)).toEqual([]);
        const results = report.results.filter((result) => result.rule === id);
        const found = results.filter((result) => result.verdict === example.verdict);
        if (example.verdict === 'pass') {
          expect(results.map((result) => result.message)).toEqual([]);
          expect(
            report.passes.filter((pass) => pass.rule === id).length,
            'nothing passed: nothing was judged',
          ).toBeGreaterThan(0);
        } else {
          expect(found.length, JSON.stringify(report.results, null, 1)).toBeGreaterThan(0);
          if (example.verdict === 'unknown') expect(results.filter((result) => result.verdict === 'fail')).toEqual([]);
        }
        const places = found.map(({ location }) => ({ file: location?.file, line: location?.startLine }));
        for (const line of example.lines) expect(places).toContainEqual(line);
        if (example.lines.length > 0) for (const place of places) expect(example.lines).toContainEqual(place);
      });
    }
  });
}
