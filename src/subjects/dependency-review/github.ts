import type { Resource } from '../../dialects/dialect.ts';
import type { Step } from '../../dialects/github-actions/model.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import { anyOf, byDefault, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const source = 'https://github.com/actions/dependency-review-action#configuration';

/** The action takes its settings from its inputs, and what these leave out from a file. */
export default mapping<'dependency-review', Model>({
  kind: 'dependency-review',
  dialect: 'github-actions',
  types: ['job'],
  map: (resource, context) => {
    const { model } = resource;
    if ('action' in model || !model.job) return undefined;
    return model.job.steps.flatMap((step): Subject<'dependency-review'>[] => {
      if (!step.uses || !/^actions\/dependency-review-action@/i.test(step.uses.text)) return [];
      const setting = settings(step, step.uses.at, context);
      return [
        {
          ...subjectOf(resource as Resource),
          kind: 'dependency-review',
          provider: 'github',
          name: `dependency review of ${resource.name}`,
          at: step.uses.at,
          block: step.block,
          traits: {
            refuses: step.with.has('warn-only')
              ? notApplicable('what the step itself says of it is told of it as a scanner')
              : mapFact(setting.flag('warn-only', false), (only) => !only),
            looksForVulnerabilities: setting.flag('vulnerability-check', true),
            looksAtLicences: anyOf(setting.has('allow-licenses'), setting.has('deny-licenses')),
          },
        },
      ];
    });
  },
});

function settings(step: Step, at: Place, context: MappingContext) {
  const path = step.with.get('config-file')?.text.replace(/^\.?\//, '');
  const file = path === undefined ? undefined : fileAt(path, context);
  const elsewhere = (what: string) =>
    unknownFact(
      { code: 'not-in-repository', subject: `the file ${path} of the dependency review`, settledBy: `${what} here` },
      at,
    );
  return {
    flag(name: string, otherwise: boolean): Fact<boolean> {
      const input = step.with.get(name);
      if (input) return known(input.text.trim().toLowerCase() === 'true', input.at);
      if (file) return file.bool(name, { value: otherwise, source });
      return path === undefined ? byDefault(otherwise, at, source) : elsewhere(name);
    },
    has(name: string): Fact<boolean> {
      const input = step.with.get(name);
      if (input) return known(true, input.at);
      if (file) return file.has(name);
      return path === undefined ? known(false, at) : elsewhere(name);
    },
  };
}

function fileAt(path: string, context: MappingContext): Reader | undefined {
  const found = context.all('dependency-config', 'dependency-review').find(({ name }) => name === path);
  return found && reader(found);
}
