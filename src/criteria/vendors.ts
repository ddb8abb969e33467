/** Companies by what they are called in code (owners of actions, hosts, providers) and in a register. */
const vendors: readonly { name: string; inCode: RegExp; inRegister: RegExp }[] = [
  {
    name: 'Amazon Web Services',
    inCode: /^(?:aws|aws-actions|amazon-.*|.*\.amazonaws\.com|.*\.amazoncognito\.com)$/,
    inRegister: /\b(?:aws|amazon)\b/,
  },
  {
    name: 'Microsoft Azure',
    inCode: /^(?:azure|microsoft|.*\.azure\.com|.*\.windows\.net|mcr\.microsoft\.com)$/,
    inRegister: /\b(?:azure|microsoft)\b/,
  },
  {
    name: 'Google Cloud',
    inCode: /^(?:google|google-github-actions|googleapis|gcr\.io|.*\.gcr\.io|.*\.pkg\.dev|.*\.googleapis\.com)$/,
    inRegister: /\b(?:google|gcp|alphabet)\b/,
  },
  {
    name: 'GitHub',
    inCode: /^(?:github|actions|ghcr\.io|npm\.pkg\.github\.com|.*\.pkg\.github\.com)$/,
    inRegister: /\bgithub\b/,
  },
  { name: 'GitLab', inCode: /^(?:gitlab|gitlab-org|registry\.gitlab\.com|gitlab\.com)$/, inRegister: /\bgitlab\b/ },
  {
    name: 'Docker',
    inCode: /^(?:docker|docker\.io|index\.docker\.io|registry-1\.docker\.io)$/,
    inRegister: /\bdocker\b/,
  },
  { name: 'HashiCorp', inCode: /^(?:hashicorp|app\.terraform\.io)$/, inRegister: /\b(?:hashicorp|terraform|ibm)\b/ },
  { name: 'Cloudflare', inCode: /^(?:cloudflare|.*\.cloudflare\.com)$/, inRegister: /\bcloudflare\b/ },
  { name: 'Datadog', inCode: /^(?:datadog|.*\.datadoghq\.(?:com|eu))$/, inRegister: /\bdatadog\b/ },
  { name: 'Snowflake', inCode: /^(?:snowflake.*|.*\.snowflakecomputing\.com)$/, inRegister: /\bsnowflake\b/ },
  { name: 'Sentry', inCode: /^(?:getsentry|.*\.sentry\.io)$/, inRegister: /\b(?:sentry|functional software)\b/ },
  { name: 'Slack', inCode: /^(?:slackapi|hooks\.slack\.com|slack\.com)$/, inRegister: /\b(?:slack|salesforce)\b/ },
  { name: 'PagerDuty', inCode: /^(?:pagerduty|.*\.pagerduty\.com)$/, inRegister: /\bpagerduty\b/ },
  { name: 'Codecov', inCode: /^(?:codecov|.*\.codecov\.io)$/, inRegister: /\b(?:codecov|sentry)\b/ },
  { name: 'Snyk', inCode: /^(?:snyk|.*\.snyk\.io)$/, inRegister: /\bsnyk\b/ },
  { name: 'Aqua Security', inCode: /^aquasecurity$/, inRegister: /\b(?:aqua|trivy)\b/ },
  { name: 'Sonar', inCode: /^(?:sonarsource|sonarcloud\.io)$/, inRegister: /\bsonar\w*\b/ },
  { name: 'Vercel', inCode: /^(?:vercel|.*\.vercel\.com)$/, inRegister: /\bvercel\b/ },
  { name: 'Netlify', inCode: /^(?:netlify|.*\.netlify\.com)$/, inRegister: /\bnetlify\b/ },
  { name: 'Pulumi', inCode: /^pulumi$/, inRegister: /\bpulumi\b/ },
  { name: 'JFrog', inCode: /^(?:jfrog|.*\.jfrog\.io)$/, inRegister: /\bjfrog\b/ },
  {
    name: 'Red Hat',
    inCode: /^(?:redhat-actions|quay\.io|registry\.redhat\.io)$/,
    inRegister: /\b(?:red ?hat|quay|ibm)\b/,
  },
  { name: 'Grafana Labs', inCode: /^(?:grafana|.*\.grafana\.net)$/, inRegister: /\bgrafana\b/ },
  { name: 'New Relic', inCode: /^(?:newrelic|.*\.newrelic\.com)$/, inRegister: /\bnew ?relic\b/ },
  { name: 'MongoDB', inCode: /^(?:mongodb|mongodbatlas|.*\.mongodb\.net)$/, inRegister: /\bmongo ?db|atlas\b/ },
  { name: 'Auth0', inCode: /^(?:auth0|.*\.auth0\.com)$/, inRegister: /\b(?:auth0|okta)\b/ },
  { name: 'Okta', inCode: /^(?:okta|.*\.okta\.com)$/, inRegister: /\bokta\b/ },
  { name: 'Fastly', inCode: /^(?:fastly|.*\.fastly\.com)$/, inRegister: /\bfastly\b/ },
];

export interface Vendor {
  name: string;
  /** Whether a register's line names it. */
  isNamedIn(line: string): boolean;
}

/** The company behind a name in code: an owner of actions, a host, a provider; undefined where it is not known. */
export function vendorOf(name: string): Vendor | undefined {
  const found = vendors.find(({ inCode }) => inCode.test(name.toLowerCase()));
  return found && { name: found.name, isNamedIn: (line) => found.inRegister.test(line.toLowerCase()) };
}
