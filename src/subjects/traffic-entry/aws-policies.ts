/** The oldest TLS version that a named policy of a load balancer takes, by the name's own scheme. */
export function oldestTls(policy: string): string | undefined {
  const newer = /^ELBSecurityPolicy-TLS13-1-([0-3])\b/.exec(policy);
  if (newer) return `1.${newer[1]}`;
  const older = /^ELBSecurityPolicy-(?:FS|TLS)-1-([0-2])\b/.exec(policy);
  if (older) return `1.${older[1]}`;
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
  return /^ELBSecurityPolicy-(?:20\d\d-\d\d|FS-2018-06)$/.test(policy) ? '1.0' : undefined;
}
