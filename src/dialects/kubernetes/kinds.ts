/** The name of a kind of the platform itself; undefined for others: an operator may have one of the same name. */
export function platformKind(apiVersion: string, kind: string): string | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const own =
    /^(?:|apps|extensions|batch|policy|autoscaling|(?:[\w.-]+\.)?k8s\.io|(?:apps|security)\.openshift\.io)$/.test(
      group,
    );
  return own ? kind : undefined;
}
