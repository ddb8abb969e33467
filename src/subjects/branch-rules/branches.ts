import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable, type Fact } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { askedLess, unseen } from '../branch-rule-statement/weakened.ts';
import { partOf, subjectOf } from '../links.ts';
import type { MappingContext } from '../mapping.ts';
import { asString, reader } from '../read.ts';
import { gitlabStatements } from './gitlab-statements.ts';
import { layered } from './layer.ts';
import { allBranches, defaultBranch, inWords, isMainline, reaches, type Reach } from './refs.ts';
import { exportedStatements, settingsStatements } from './settings-statements.ts';
import type { Governed, Rules, Statement } from './statement.ts';
import { terraformStatements } from './terraform-statements.ts';

const scans = new WeakMap<MappingContext, ReadonlyMap<Resource, readonly Subject<'branch-rules'>[]>>();

/**
 * The branches whose rules are first stated by this resource. All statements that reach the same branch of the same
 * repository are one subject, wherever they are written.
 */
export function branchesStatedBy(resource: Resource, context: MappingContext): readonly Subject<'branch-rules'>[] {
  let byResource = scans.get(context);
  if (!byResource) scans.set(context, (byResource = allBranchesOf(context)));
  return byResource.get(resource) ?? [];
}

function allBranchesOf(context: MappingContext): ReadonlyMap<Resource, readonly Subject<'branch-rules'>[]> {
  const statements = [
    ...settingsStatements(context),
    ...terraformStatements(context),
    ...exportedStatements(context),
    ...gitlabStatements(context),
  ];
  const byRepository = new Map<string, Statement[]>();
  for (const statement of statements) {
    const here = statement.thisRepository.known && statement.thisRepository.value;
    const key = `${statement.resource.role} ${here ? 'this' : statement.repository.key}`;
    byRepository.set(key, [...(byRepository.get(key) ?? []), statement]);
  }
  const byResource = new Map<Resource, Subject<'branch-rules'>[]>();
  for (const own of byRepository.values()) {
    const [first] = own as [Statement, ...Statement[]];
    const from = first.repository.reaches
      ? []
      : statements.filter(
          (s) =>
            s.repository.reaches &&
            s.resource.role === first.resource.role &&
            s.repository.realm === first.repository.realm,
        );
    for (const subject of branchesOf(own, from, defaultBranchOf(own, context)))
      byResource.set(subject.resource, [...(byResource.get(subject.resource) ?? []), subject.subject]);
  }
  return byResource;
}

/** One subject for each ref that the statements of a repository name. */
function branchesOf(own: readonly Statement[], above: readonly Statement[], known_: string | undefined) {
  return refsOf(own, known_).map((ref) => {
    const reach = (s: Statement): Reach => {
      const into = ref === undefined ? 'maybe' : reaches(s.include, s.exclude, ref, known_);
      const to = own.includes(s) ? 'yes' : reachesRepository(s.repository, own[0]!.repository.name);
      return into === 'no' || to === 'no' ? 'no' : into === 'yes' && to === 'yes' ? 'yes' : 'maybe';
    };
    const all = [...own, ...above];
    const named = own.filter((s) => s.include.items.some((item) => item.known && item.value === ref));
    const certain = ruling(named, [...named, ...all.filter((s) => !named.includes(s) && reach(s) === 'yes')]);
    const live = certain.filter(isLive);
    // What the forge says holds needs no other word; what files say of it is compared with it.
    const layers = live.length > 0 ? live : certain.length > 0 ? certain : own.slice(0, 1);
    const maybe = live.length > 0 ? [] : all.filter((s) => !layers.includes(s) && reach(s) === 'maybe');
    const [first, ...others] = layers as [Statement, ...Statement[]];
    const several = own.some((s) => s.resource === first.resource && refsOf([s], known_).length > 1);
    const subject = subjectFor(first, others, maybe, ref, several);
    if (live.length === 0) return { resource: first.resource, subject };
    const stated = certain.filter((s) => !isLive(s) && s.thisRepository.known && s.thisRepository.value);
    return { resource: first.resource, subject: liveSubject(subject, stated) };
  });
}

const isLive = ({ resource }: Statement): boolean => resource.asked !== undefined;

/** As the forge holds it, with what files say of the same branch and it does not hold. */
function liveSubject(subject: Subject<'branch-rules'>, stated: readonly Statement[]): Subject<'branch-rules'> {
  const reason = stated.map(({ rules }) => unseen(rules, subject.traits as Rules)).find((found) => found !== undefined);
  const items = stated.flatMap(({ rules }) => askedLess(rules, subject.traits as Rules, 'held:').map(turned));
  return {
    ...subject,
    name: `live rules of ${subject.traits.branch}`,
    parts: stated.map((s) => partOf(s.resource)),
    traits: {
      ...subject.traits,
      notHeld:
        stated.length > 0
          ? { items, complete: reason === undefined, at: subject.at, ...(reason && { reason }) }
          : notApplicable('no file of this repository states the rules of the branch'),
    },
  };
}

/** At the file that states it, by way of the answer. */
const turned = (fact: Fact<string>): Fact<string> =>
  fact.via[0] ? { ...fact, at: fact.via[0], via: [fact.at] } : fact;

/**
 * Of a branch one classic protection is in force: the one that names it goes before those with patterns, and what the
 * repository itself says before what is said for several.
 * https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/managing-a-branch-protection-rule
 */
function ruling(named: readonly Statement[], certain: readonly Statement[]): readonly Statement[] {
  const isProtection = ({ form }: Statement) => form === 'protection';
  if (!named.some(isProtection)) return certain;
  return certain.filter((s) => !isProtection(s) || named.includes(s));
}

function subjectFor(
  first: Statement,
  others: readonly Statement[],
  maybe: readonly Statement[],
  ref: string | undefined,
  several: boolean,
): Subject<'branch-rules'> {
  const { resource } = first;
  const branch = ref === undefined ? 'branches that are not known here' : inWords(ref);
  return {
    kind: 'branch-rules',
    provider: resource.dialect === 'gitlab-policies' ? 'gitlab' : 'github',
    ...subjectOf(resource),
    name: several ? `${resource.name} (${branch})` : resource.name,
    parts: others.map((s) => partOf(s.resource)),
    traits: {
      branch,
      thisRepository: first.thisRepository,
      ...layered({ certain: [first, ...others], maybe }),
      notHeld: notApplicable('the forge was not asked what it holds'),
    },
  };
}

/**
 * The refs to judge: those that changes are released from, as far as their names tell. "All branches" is the base that other statements build on: it stands for the default branch, and
 * only where nothing names a branch that changes are released from.
 */
function refsOf(own: readonly Statement[], defaultName: string | undefined): readonly (string | undefined)[] {
  const stated = own.flatMap((s) => s.include.items.flatMap((item) => (item.known ? [item.value] : [])));
  const refs = [
    ...new Set(stated.map((ref) => (ref === defaultBranch && defaultName !== undefined ? defaultName : ref))),
  ];
  const named = refs.filter((ref) => ref !== allBranches && (ref === defaultName || isMainline(ref)));
  const wide = refs.includes(allBranches) && named.length === 0 ? [defaultName ?? defaultBranch] : [];
  const unknown = own.some((s) => s.include.items.some((item) => !item.known) || !s.include.complete);
  const all = [...named, ...wide];
  return all.length > 0 ? all : unknown ? [undefined] : [];
}

function reachesRepository({ reaches: reached }: Governed, name: string | undefined): Reach {
  if (!reached) return 'no';
  if (reached.include.items.some((item) => item.known && item.value === '~ALL') && reached.exclude.items.length === 0)
    return 'yes';
  return name === undefined ? 'maybe' : reaches(reached.include, reached.exclude, name, undefined);
}

/** The default branch's name, where code states it for the repository that is governed. */
function defaultBranchOf(own: readonly Statement[], context: MappingContext): string | undefined {
  const [first] = own as [Statement, ...Statement[]];
  const { program } = first.resource;
  const live = own.filter(isLive).flatMap((s) => s.include.items.flatMap((item) => (item.known ? [item.value] : [])));
  if (live[0] !== undefined) return live[0];
  const here = first.thisRepository.known && first.thisRepository.value;
  const names = [
    ...program
      .ofType('github_branch_default')
      .filter((r) => names_(r, 'repository', first))
      .map((r) => text(r, 'branch')),
    ...program
      .ofType('github_repository')
      .filter((r) => names_(r, 'name', first))
      .map((r) => text(r, 'default_branch')),
    ...(here ? context.all('github-settings', 'settings').map((r) => text(r, 'repository.default_branch')) : []),
  ].filter((name) => name !== undefined);
  return new Set(names).size === 1 ? names[0] : undefined;
}

const text = (resource: Resource, path: string): string | undefined => {
  const value = reader(resource).value(path);
  return value && asString(value);
};

function names_(resource: Resource, attribute: string, { repository, resource: of }: Statement): boolean {
  if (repository.name === undefined) return false;
  const value = reader(resource).value(attribute);
  const [declared] = (value?.references ?? []).flatMap(({ address }) => of.program.find(address));
  return (declared ? text(declared, 'name') : value && asString(value)) === repository.name;
}
