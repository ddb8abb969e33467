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
export function layered({ certain, maybe }: Layers): Rules {
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

/** Several writers of the same protection: what they say differently is unknown, as the last one to run wins. */
function agreed(statements: readonly Statement[]): Rules {
  const [first, ...others] = statements.map((s) => s.rules) as [Rules, ...Rules[]];
  const names = statements.map((s) => s.resource.name).join(' and ');
  const differ = { code: 'conflicting-writers', subject: names, settledBy: 'one of them only' } as const;
  const same = <T>(fact: Fact<T>, rest: readonly Fact<T>[]): Fact<T> =>
    fact.known && rest.every((f) => f.known && f.value === fact.value) ? fact : unknownFact(differ, fact.at);
  const list = <T>(fact: FactList<T>, rest: readonly FactList<T>[]): FactList<T> => {
    const text = (l: FactList<T>) => JSON.stringify(l.items.map((i) => (i.known ? i.value : null)));
    return rest.every((l) => text(l) === text(fact)) ? fact : { ...fact, items: [], complete: false, reason: differ };
  };
  return {
    ...first,
    ...(Object.fromEntries(
      (
        [
          'pullRequestRequired',
          'approvals',
          'staleApprovalsDismissed',
          'lastPushApproved',
          'codeOwnersApprove',
          'conversationsResolved',
          'upToDate',
          'forcePushBlocked',
          'deletionBlocked',
        ] as const
      ).map((name) => [
        name,
        same<unknown>(
          first[name],
          others.map((r) => r[name]),
        ),
      ]),
    ) as Partial<Rules>),
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
