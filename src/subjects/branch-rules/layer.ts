import {
  anyOf,
  isApplicable,
  known,
  unknownFact,
  type Fact,
  type FactList,
  type KnownFact,
  type NotApplicable,
} from '../../model/fact.ts';
import type { Rules, Statement } from './statement.ts';

/** Statements that hold on a ref for certain, and those that may, as what the default branch is called isn't known. */
export interface Layers {
  certain: readonly Statement[];
  maybe: readonly Statement[];
}

/** The rules that hold together: the strictest of all, as GitHub layers them. */
export function layered({ certain, maybe }: Layers): Rules & { contradictions: FactList<string> } {
  const protections = certain.filter(({ form }) => form === 'protection');
  const layers =
    protections.length > 1
      ? [agreed(protections), ...certain.filter((s) => s.form === 'ruleset').map((s) => s.rules)]
      : certain.map((s) => s.rules);
  const possible = maybe.map((s) => s.rules);
  const flag = (of: (rules: Rules) => Fact<boolean>): Fact<boolean> => strictest(layers.map(of), possible.map(of));
  const signed = (rules: Rules): Fact<boolean> => applicableOr(rules.commitsSigned, rules.forcePushBlocked.at);
  return {
    pullRequestRequired: flag((r) => r.pullRequestRequired),
    approvals: most(
      layers.map((r) => r.approvals),
      possible.map((r) => r.approvals),
    ),
    staleApprovalsDismissed: flag((r) => r.staleApprovalsDismissed),
    lastPushApproved: flag((r) => r.lastPushApproved),
    codeOwnersApprove: flag((r) => r.codeOwnersApprove),
    conversationsResolved: flag((r) => r.conversationsResolved),
    requiredChecks: joined(
      layers.map((r) => r.requiredChecks),
      possible.map((r) => r.requiredChecks),
    ),
    upToDate: flag((r) => r.upToDate),
    bypasses: bypasses(layers),
    forcePushBlocked: flag((r) => r.forcePushBlocked),
    deletionBlocked: flag((r) => r.deletionBlocked),
    historyLinear: flag((r) => r.historyLinear),
    scansRequired: joined(
      layers.map((r) => r.scansRequired),
      possible.map((r) => r.scansRequired),
    ),
    contradictions: contradictions(protections),
    commitsSigned: layers.every((r) => !isApplicable(r.commitsSigned)) ? layers[0]!.commitsSigned : flag(signed),
  };
}

const applicableOr = (fact: Fact<boolean> | NotApplicable, at: Fact<boolean>['at']): Fact<boolean> =>
  isApplicable(fact) ? fact : known(false, at);

const mayReach = (fact: Fact<unknown>): Fact<never> =>
  unknownFact(
    {
      code: 'not-evaluated',
      subject: 'whether another ruleset reaches this branch',
      settledBy: 'naming the default branch in code, or naming the branch itself in the ruleset',
    },
    fact.at,
  );

function strictest(certain: readonly Fact<boolean>[], maybe: readonly Fact<boolean>[]): Fact<boolean> {
  const fact = anyOf(...(certain as [Fact<boolean>, ...Fact<boolean>[]]));
  return fact.known && !fact.value && maybe.some((m) => !m.known || m.value) ? mayReach(fact) : fact;
}

function most(certain: readonly Fact<number>[], maybe: readonly Fact<number>[]): Fact<number> {
  const unknown = certain.find((fact) => !fact.known);
  if (unknown) return unknown;
  const all = certain as readonly KnownFact<number>[];
  const highest = all.reduce((best, fact) => (fact.value > best.value ? fact : best));
  return maybe.some((m) => !m.known || m.value > highest.value) ? mayReach(highest) : highest;
}

function joined<T>(certain: readonly FactList<T>[], maybe: readonly FactList<T>[]): FactList<T> {
  const written = certain.find((list) => list.items.length > 0) ?? certain[0]!;
  const partial = certain.find((list) => !list.complete);
  const open = maybe.some((list) => list.items.length > 0 || !list.complete);
  return {
    at: written.at,
    items: certain.flatMap((list) => list.items),
    complete: !partial && !open,
    ...(partial?.reason
      ? { reason: partial.reason }
      : open && { reason: (mayReach(known(0, written.at)) as { reason: never } & Fact<never>).reason }),
  };
}

/** Who goes around one layer is still held by another that asks for the same: only the review's own layers count. */
function bypasses(layers: readonly Rules[]): Rules['bypasses'] {
  const asking = layers.filter((r) => r.pullRequestRequired.known && r.pullRequestRequired.value);
  const counted = asking.length > 0 ? asking : layers;
  const held = counted.find((r) => r.bypasses.complete && r.bypasses.items.length === 0);
  return held
    ? held.bypasses
    : joined(
        counted.map((r) => r.bypasses),
        [],
      );
}

/** The settings that writers of one protection can state differently, in words. */
const settings = {
  pullRequestRequired: 'whether a pull request is needed',
  approvals: 'the number of approvals',
  staleApprovalsDismissed: 'whether new commits undo approvals',
  lastPushApproved: 'whether the last push needs an approval',
  codeOwnersApprove: 'whether code owners approve',
  conversationsResolved: 'whether conversations are resolved',
  upToDate: 'whether the branch has to be up to date',
  forcePushBlocked: 'whether history can be rewritten',
  deletionBlocked: 'whether the branch can be deleted',
  historyLinear: 'whether history is linear',
} as const;
type Setting = keyof typeof settings;
const names = Object.keys(settings) as Setting[];
const lists = { requiredChecks: 'the checks', bypasses: 'who goes around them' } as const;

/** Several writers of the same protection: what they say differently is unknown, as the last one to run wins. */
function agreed(statements: readonly Statement[]): Rules {
  const [first, ...others] = statements.map((s) => s.rules) as [Rules, ...Rules[]];
  const subject = statements.map((s) => s.resource.name).join(' and ');
  const differ = { code: 'conflicting-writers', subject, settledBy: 'one of them only' } as const;
  const same = <T>(fact: Fact<T>, rest: readonly Fact<T>[]): Fact<T> =>
    fact.known && rest.every((f) => f.known && f.value === fact.value) ? fact : unknownFact(differ, fact.at);
  const list = <T>(fact: FactList<T>, rest: readonly FactList<T>[]): FactList<T> =>
    rest.every((l) => textOf(l) === textOf(fact)) ? fact : { ...fact, items: [], complete: false, reason: differ };
  const one = (name: Setting) =>
    same<unknown>(
      first[name],
      others.map((r) => r[name]),
    );
  return {
    ...first,
    ...(Object.fromEntries(names.map((name) => [name, one(name)])) as Partial<Rules>),
    requiredChecks: list(
      first.requiredChecks,
      others.map((r) => r.requiredChecks),
    ),
    bypasses: list(
      first.bypasses,
      others.map((r) => r.bypasses),
    ),
  };
}

const textOf = (list: FactList<unknown>): string =>
  JSON.stringify(list.items.map((item) => (item.known ? item.value : null)));

/** What several writers of one protection are known to state differently, each where the later one states it. */
function contradictions(protections: readonly Statement[]): FactList<string> {
  const [first, ...others] = protections;
  const at = first?.rules.pullRequestRequired.at ?? { absent: true as const };
  if (!first) return { items: [], complete: true, at };
  const items = others.flatMap(({ rules }) => [
    ...names.flatMap((name): Fact<string>[] => {
      const [a, b]: [Fact<unknown>, Fact<unknown>] = [first.rules[name], rules[name]];
      return a.known && b.known && a.value !== b.value ? [known(settings[name], b.at, [a.at])] : [];
    }),
    ...(Object.keys(lists) as (keyof typeof lists)[]).flatMap((name): Fact<string>[] => {
      const [a, b]: [FactList<unknown>, FactList<unknown>] = [first.rules[name], rules[name]];
      const isWhole = [a, b].every((list) => list.complete && list.items.every((item) => item.known));
      return isWhole && textOf(a) !== textOf(b) ? [known(lists[name], b.at, [a.at])] : [];
    }),
  ]);
  return { items, complete: true, at };
}
