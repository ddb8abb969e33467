import { known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { atLeast, githubIssuer, pipelinesIn, reachOf, type Reach } from './github.ts';

// https://github.com/octo-sts/app#the-trust-policy
export default mapping({
  kind: 'trust-policy',
  dialect: 'octo-sts',
  types: ['trust-policy'],
  map: (resource, { repository }) => {
    const own = reader(resource);
    const issuer = own.optionalString('issuer');
    const pattern = own.optionalString('issuer_pattern');
    const forPipelines = [issuer, pattern].some((fact) => fact.known && isGithub(fact.value));
    const subject = subjectOfToken(own);
    const elsewhere = notApplicable('it trusts no pipelines of GitHub');
    const admits = (reach: Reach): Fact<boolean> =>
      mapFact(subject, (text) => atLeast(narrowed(reachOf(text, true), own), reach));
    // Other claims narrow what the subject leaves open.
    const found =
      subject.known && narrowed('repository', own) === 'repository'
        ? pipelinesIn(subject.value, repository)
        : undefined;
    return {
      kind: 'trust-policy',
      provider: 'octo-sts',
      ...subjectOf(resource),
      name: `trust policy ${resource.name}`,
      traits: {
        trustsWholeAccounts: notApplicable('it trusts pipelines, and no accounts of a cloud'),
        trustsEveryone: mapFact(subject, (text) => /^\*+$/.test(text) && !own.value('claim_pattern')),
        trustsForeignPipelines: forPipelines ? admits('anyone') : elsewhere,
        trustsEveryRepository: forPipelines ? admits('owner') : elsewhere,
        trustsEveryRef: forPipelines ? admits('repository') : elsewhere,
        trustedPipelines: forPipelines
          ? {
              items: subject.known && found ? [{ ...subject, value: found }] : [],
              complete: subject.known,
              at: subject.at,
            }
          : elsewhere,
        identityName: known(resource.name, resource.at),
      },
    };
  },
});

const isGithub = (text: string | undefined): boolean =>
  text !== undefined && text.replaceAll('\\', '').includes(githubIssuer);

/** The subject, or its pattern, which is a regular expression, with wildcards for what it leaves open. */
function subjectOfToken(own: Reader): Fact<string> {
  const exact = own.optionalString('subject');
  if (!exact.known || exact.value !== undefined) return exact as Fact<string>;
  const pattern = own.optionalString('subject_pattern');
  if (!pattern.known) return pattern;
  return { ...pattern, value: pattern.value === undefined ? '*' : wildcards(pattern.value) };
}

const wildcards = (pattern: string): string =>
  pattern
    .replace(/^\^|\$$/g, '')
    .replace(/(?<!\\)(?:\.|\[[^\]]*\]|\([^)]*\))(?:[*+?]|\{[^}]*\})?/g, '*')
    .replace(/\\(.)/g, '$1');

/** Claims beside the subject narrow it too: by branch, workflow or environment. */
function narrowed(reach: Reach, own: Reader): Reach {
  const claims = own.value('claim_pattern');
  if (claims?.type !== 'object') return reach;
  const exact = (name: string) => {
    const value = claims.entries.get(name);
    return value?.type === 'string' && !/(?<!\\)\.[*+]/.test(value.value);
  };
  if (!exact('repository') && reach !== 'repository') return reach;
  return ['ref', 'environment', 'job_workflow_ref', 'workflow_ref'].some(exact) ? 'ref' : 'repository';
}
