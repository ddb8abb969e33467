import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

const register = (...vendors: string[]) =>
  `| Vendor | Service | Owner | Criticality |\n|---|---|---|---|\n${vendors.map((name) => `| ${name} | x | CTO | low |\n`).join('')}`;

/** Whom the register lacks, and who could not be told to be a company. */
async function missing(file: string, text: string, listed: string[] = ['Nobody']) {
  const { report } = await scanTree(
    new Map([
      [file, text],
      ['records/vendor-register.md', register(...listed)],
    ]),
    {
      rules: ['vendors-in-use-are-registered'],
    },
  );
  const { results } = report;
  return {
    missing: results.filter(({ verdict }) => verdict === 'fail').map(({ item }) => item),
    others: results.flatMap(({ verdict, reason }) =>
      verdict === 'unknown' ? reason!.subject!.replace(/^whether the register should list /, '').split(', ') : [],
    ),
  };
}

describe('whom a repository uses', () => {
  it.each([
    ['Dockerfile', 'FROM node:22@sha256:abc AS build\nFROM build AS test\nFROM scratch\n', ['Docker'], []],
    ['Dockerfile', 'FROM --platform=linux/amd64 gcr.io/distroless/base\n', ['Google Cloud'], []],
    ['api/worker.Dockerfile', 'FROM datadog/agent:7\n', ['Datadog', 'Docker'], []],
    ['Dockerfile', 'FROM ghcr.io/some-person/tool:1\n', ['GitHub'], ['some-person']],
    ['Dockerfile', 'ARG BASE\nFROM ${BASE}\n', [], []],
    ['compose.yaml', 'services:\n  db:\n    image: quay.io/acme/db:1\n', ['Red Hat'], ['acme']],
    [
      'k8s/app.yaml',
      'spec:\n  containers:\n    - image: mcr.microsoft.com/dotnet/aspnet:8.0\n',
      ['Microsoft Azure'],
      [],
    ],
    [
      'k8s/app.yaml',
      'spec:\n  containers:\n    - image: registry.acme-tools.io/shop/api:1\n',
      [],
      ['registry.acme-tools.io'],
    ],
    ['k8s/app.yaml', 'spec:\n  containers:\n    - image: api\n', [], []],
    ['chart/values.yaml', 'image:\n  repository: public.ecr.aws/x/y\n', ['Amazon Web Services'], []],
    ['.gitlab-ci.yml', 'build:\n  image: registry.gitlab.com/acme/build:1\n', ['GitLab'], ['acme']],
    [
      'versions.tf',
      'terraform {\n  required_providers {\n    datadog = {\n      source = "DataDog/datadog"\n    }\n  }\n}\n',
      ['Datadog'],
      [],
    ],
    [
      'versions.tf',
      'terraform {\n  required_providers {\n    random = {\n      source = "hashicorp/random"\n    }\n  }\n}\n',
      [],
      [],
    ],
    ['main.tf', 'provider "cloudflare" {\n}\n', ['Cloudflare'], []],
    ['main.tf', 'provider "acmething" {\n}\n', [], ['acmething']],
    ['.terraform.lock.hcl', 'provider "registry.terraform.io/okta/okta" {\n  version = "4.0.0"\n}\n', ['Okta'], []],
    ['config/app.yml', 'errors:\n  dsn: https://abc@o1.ingest.sentry.io/5\n', ['Sentry'], []],
    ['config/app.toml', 'url = "https://api.stripe.com/v1"\n', ['Stripe'], []],
    ['.env.production', 'API=https://api.payments-of-acme.io/v1\n', [], ['api.payments-of-acme.io']],
    ['.npmrc', 'registry=https://acme.jfrog.io/artifactory/npm\n', ['JFrog'], []],
    [
      '.github/workflows/a.yml',
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: curl -X POST https://hooks.slack.com/services/x\n',
      ['Slack'],
      [],
    ],
    // Comments, pages for people, examples, machines inside, schemas and tests use nobody.
    [
      'config/app.yml',
      '# see https://api.stripe.com/v1\nurl: http://localhost:80\nx: https://docs.datadoghq.com/a\n',
      [],
      [],
    ],
    [
      'config/app.yml',
      'a: https://api.example.com\nb: http://db.default.svc.cluster.local\nc: http://10.0.0.1\n',
      [],
      [],
    ],
    ['config/app.json', '{"$schema": "https://json-schema.org/draft/2020-12/schema"}\n', [], []],
    ['test/app.yml', 'url: https://api.stripe.com\n', [], []],
    ['package-lock.json', '{"resolved": "https://registry.npmjs.org/a/-/a-1.tgz"}\n', [], []],
    ['src/app.ts', 'const url = "https://api.stripe.com";\n', [], []],
  ])('%s: %s', async (file, text, vendors, others) => {
    const found = await missing(file, text);
    expect(found.missing.sort()).toEqual(vendors);
    expect(found.others).toEqual(others);
  });

  it.each([
    ['Dockerfile', 'FROM node:22\n', ['Docker Hub']],
    ['Dockerfile', 'FROM ghcr.io/some-person/tool:1\n', ['GitHub', 'Some-Person Ltd']],
    ['.env', 'API=https://api.payments-of-acme.io/v1\n', ['Payments-of-Acme']],
    ['main.tf', 'provider "aws" {\n}\n', ['Amazon Web Services, Inc.']],
  ])('%s: %s, which is registered', async (file, text, listed) => {
    expect(await missing(file, text, listed)).toEqual({ missing: [], others: [] });
  });

  it('is not asked where there is no register', async () => {
    const { report } = await scanTree(new Map([['Dockerfile', 'FROM node:22\n']]), {
      rules: ['vendors-in-use-are-registered'],
    });
    expect(report.results).toEqual([]);
  });

  it('is known by the list of subprocessors as well', async () => {
    const { report } = await scanTree(
      new Map([
        ['main.tf', 'provider "aws" {\n}\n'],
        ['records/vendor-register.md', register('Nobody')],
        ['records/subprocessors.md', '| Name | Purpose | Country |\n|---|---|---|\n| AWS | Hosting | DE |\n'],
      ]),
      { rules: ['vendors-in-use-are-registered'] },
    );
    expect(report.results).toEqual([]);
  });
});
