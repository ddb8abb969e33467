import { byDefault, known, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import { neighbours, sameNamespace, type ClusterObject } from '../kubernetes-object.ts';
import { selectorsOf } from '../kubernetes-selectors.ts';
import { asString, knownOf, unknownOf, type Reader } from '../read.ts';

const several = /^(?:Deployment|StatefulSet|ReplicaSet|ReplicationController|DeploymentConfig)$/;
const single = notApplicable('it has one pod at most, or one on each machine');

interface Resilience {
  copies: Fact<number> | NotApplicable;
  disruptionLimited: Fact<boolean> | NotApplicable;
  disruptionAllowed: Fact<boolean> | NotApplicable;
  spreadOverMachines: Fact<boolean> | NotApplicable;
}

/** How a workload fares when machines are emptied or fail: https://kubernetes.io/docs/concepts/workloads/pods/disruptions/ */
export function resilienceOf(object: ClusterObject, pod: Reader): Resilience {
  const copies = copiesOf(object);
  const alone = !('known' in copies) || (copies.known && copies.value < 2);
  const budgets = selectorsOf(object, 'PodDisruptionBudget', 'spec.selector');
  const sure = budgets.find((budget) => budget.sure);
  const maybe = budgets[0];
  return {
    copies,
    disruptionLimited: alone
      ? single
      : sure
        ? known(true, sure.object.own.at)
        : maybe
          ? unknownFact(
              {
                code: 'not-evaluated',
                subject: 'the pods that a disruption budget is for',
                settledBy: 'labels and a namespace that are written',
              },
              maybe.object.own.at,
            )
          : known(false, object.own.at),
    disruptionAllowed: sure ? allows(sure.object, copies) : notApplicable('no disruption budget is known to be for it'),
    spreadOverMachines: alone ? single : spread(pod),
  };
}

/** An autoscaler says how many there are at the least, where there is one for it. */
function copiesOf(object: ClusterObject): Fact<number> | NotApplicable {
  const { kind, name, own } = object;
  if (!several.test(kind)) return single;
  const scaler = neighbours(object, ['HorizontalPodAutoscaler']).find(
    (other) =>
      textAt(other.own, 'spec.scaleTargetRef.kind') === kind &&
      name !== undefined &&
      textAt(other.own, 'spec.scaleTargetRef.name') === name &&
      sameNamespace(other, object),
  );
  const source = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/';
  return scaler
    ? scaler.own.number('spec.minReplicas', { value: 1, source })
    : own.number('spec.replicas', { value: 1, source });
}

const textAt = (own: Reader, path: string): string | undefined => {
  const value = own.value(path);
  return value && asString(value);
};

/** A budget that lets no pod go stops every update of a machine: https://kubernetes.io/docs/tasks/run-application/configure-pdb/ */
function allows({ own }: ClusterObject, copies: Fact<number> | NotApplicable): Fact<boolean> {
  const [most, least] = [own.value('spec.maxUnavailable'), own.value('spec.minAvailable')];
  if (most) return decided(most, (text) => !/^0%?$/.test(text));
  if (!least) return byDefault(true, own.at, 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/');
  return decided(least, (text) => {
    if (text.endsWith('%')) return text !== '100%';
    return !('known' in copies) || !copies.known || copies.origin === 'default' || Number(text) < copies.value;
  });
}

const decided = (value: Value, good: (text: string) => boolean): Fact<boolean> =>
  value.type === 'unknown' ? unknownOf(value) : knownOf(value, good(asString(value) ?? ''));

function spread(pod: Reader): Fact<boolean> {
  const ways = ['topologySpreadConstraints', 'affinity.podAntiAffinity'].map((path) => pod.has(path));
  return ways.find((way) => way.known && way.value) ?? ways.find((way) => !way.known) ?? known(false, pod.at);
}

/** Whether a policy says who may talk to its pods, or to whom they may: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export function trafficLimited(object: ClusterObject): Fact<boolean> {
  const policies = selectorsOf(object, 'NetworkPolicy', 'spec.podSelector');
  const sure = policies.find((policy) => policy.sure);
  if (sure) return known(true, sure.object.own.at);
  const [maybe] = policies;
  if (!maybe) return known(false, object.own.at);
  return unknownFact(
    {
      code: 'not-evaluated',
      subject: 'the pods that a network policy is for',
      settledBy: 'labels and a namespace that are written',
    },
    maybe.object.own.at,
  );
}
