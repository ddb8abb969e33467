import { anyItem, byDefault, known, type Fact, type FactList, type NotApplicable } from '../../model/fact.ts';
import type { Bypass, RequiredCheck } from '../../model/kinds/branch-rules.ts';
import type { Place } from '../../model/place.ts';
import type { Default, Reader } from '../read.ts';
import { requiredCheck } from './required-check.ts';
import type { Rules } from './statement.ts';

/** How a source of classic branch protection calls things, and what holds where it says nothing. */
export interface ProtectionWords {
  /** The page that tells the defaults. */
  source: string;
  approvals: Default<number>;
  conversations: string;
  /** Absent: the source can't allow it, so it stays blocked. */
  forcePush?: string;
  deletion?: string;
  /** The list of those who may push by force although nobody else can. */
  forcePushers?: string;
  /** Absent: the source can't require it. */
  signatures?: string;
  withoutSignatures?: NotApplicable;
  bypasses(reviews: Reader): readonly { list: FactList<string>; what: Bypass['what'] }[];
}

const reviews = 'required_pull_request_reviews';
const checks = 'required_status_checks';

/** Classic branch protection, as its sources share it: the words of GitHub's REST API. */
export function protectionRules(reader: Reader, words: ProtectionWords): Rules {
  const off: Default<boolean> = { value: false, source: words.source };
  const reviewed = reader.has(reviews);
  const checked = reader.has(checks);
  const allowed = (key: string | undefined) =>
    key ? reader.bool(key, off) : byDefault(false, reader.at, words.source);
  const signed = words.signatures ? reader.bool(words.signatures, off) : words.withoutSignatures;
  return {
    pullRequestRequired: reviewed,
    approvals: inside(reviewed, reader.number(`${reviews}.required_approving_review_count`, words.approvals), 0),
    staleApprovalsDismissed: inside(reviewed, reader.bool(`${reviews}.dismiss_stale_reviews`, off), false),
    lastPushApproved: inside(reviewed, reader.bool(`${reviews}.require_last_push_approval`, off), false),
    codeOwnersApprove: inside(reviewed, reader.bool(`${reviews}.require_code_owner_reviews`, off), false),
    conversationsResolved: reader.bool(words.conversations, off),
    requiredChecks: requiredChecks(reader),
    upToDate: inside(checked, reader.bool(`${checks}.strict`, off), false),
    bypasses: bypasses(reader, words, off),
    forcePushBlocked: noForcePush(reader, words, allowed(words.forcePush)),
    deletionBlocked: negated(allowed(words.deletion)),
    commitsSigned: signed ?? byDefault(false, reader.at, words.source),
    historyLinear: reader.bool('required_linear_history', off),
    scansRequired: { items: [], complete: true, at: reader.at },
  };
}

/** A setting inside a block: without the block it has the other value. */
export const inside = <T>(block: Fact<boolean>, fact: Fact<T>, otherwise: T): Fact<T> =>
  !block.known ? block : block.value ? fact : { ...block, value: otherwise };

const negated = (fact: Fact<boolean>): Fact<boolean> => (fact.known ? { ...fact, value: !fact.value } : fact);

/** Blocked for everybody: a list of people who may is as good as a way to do it. */
function noForcePush(reader: Reader, words: ProtectionWords, allowed: Fact<boolean>): Fact<boolean> {
  const blocked = negated(allowed);
  if (!words.forcePushers || !blocked.known || !blocked.value) return blocked;
  const who = anyItem(reader.strings(words.forcePushers), () => true);
  return who.known && !who.value ? blocked : negated(who);
}

/** `contexts` are names; `checks` are objects, or `name:app` in one string (the provider's v3 resource). */
function requiredChecks(reader: Reader): FactList<RequiredCheck> {
  const contexts = reader.strings(`${checks}.contexts`);
  const named = reader.value(`${checks}.checks`);
  const isObjects = named?.type === 'list' && named.items.some((item) => item.type === 'object');
  const objects = isObjects ? reader.blocks(`${checks}.checks`) : undefined;
  const bound = isObjects ? undefined : reader.strings(`${checks}.checks`);
  return {
    at: reader.value(`${checks}.contexts`) ? contexts.at : (objects ?? bound)!.at,
    complete: contexts.complete && (objects ?? bound)!.complete,
    ...(contexts.reason
      ? { reason: contexts.reason }
      : (objects ?? bound)!.reason && { reason: (objects ?? bound)!.reason! }),
    items: [
      ...contexts.items.map((item) => (item.known ? { ...item, value: requiredCheck(item.value) } : item)),
      ...(bound?.items ?? []).map((item) =>
        item.known ? { ...item, value: checkWithApp(item.value, item.at) } : item,
      ),
      ...(objects?.items ?? []).map((object): Fact<RequiredCheck> => {
        const name = object.string('context', { value: '', source: '' });
        if (!name.known) return name;
        return { ...name, value: requiredCheck(name.value, object.optionalNumber('app_id')) };
      }),
    ],
  };
}

/** `build:15368`; an id of -1 lets any app report it. */
function checkWithApp(text: string, at: Place): RequiredCheck {
  const match = /^(.*):(-?\d+)$/.exec(text);
  return match ? requiredCheck(match[1]!, known(Number(match[2]), at)) : requiredCheck(text);
}

function bypasses(reader: Reader, words: ProtectionWords, off: Default<boolean>): FactList<Bypass> {
  const admins = reader.bool('enforce_admins', off);
  const lists = reader.blocks(reviews).items.flatMap((block) => words.bypasses(block));
  const administrators: Bypass = { who: 'administrators', what: 'administrators', mode: 'always' };
  return {
    at: admins.at,
    complete: lists.every(({ list }) => list.complete),
    items: [
      ...(!admins.known ? [admins] : admins.value ? [] : [{ ...admins, value: administrators }]),
      ...lists.flatMap(({ list, what }) =>
        list.items.map((item): Fact<Bypass> =>
          item.known ? { ...item, value: { who: item.value, what, mode: 'always' } } : item,
        ),
      ),
    ],
  };
}

/** Nothing is required at all: `protection: null` of a settings file takes a protection away. */
export function noRules(reader: Reader): Rules {
  const none = known(false, reader.at);
  const empty = { items: [], complete: true, at: reader.at };
  return {
    pullRequestRequired: none,
    approvals: known(0, reader.at),
    staleApprovalsDismissed: none,
    lastPushApproved: none,
    codeOwnersApprove: none,
    conversationsResolved: none,
    requiredChecks: empty,
    upToDate: none,
    bypasses: empty,
    forcePushBlocked: none,
    deletionBlocked: none,
    commitsSigned: none,
    historyLinear: none,
    scansRequired: empty,
  };
}
