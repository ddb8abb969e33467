import type { OutsideService } from '../../model/kinds/outside-services.ts';
import type { FilePlace } from '../../model/place.ts';
import type { DialectContext } from '../dialect.ts';
import { recordIn } from './records.ts';

const dockerfile = /(?:^|\/)(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$/i;
const yaml = /\.ya?ml$/i;
const terraform = /\.(?:tf|tofu|tfvars)$/i;
const lock = /(?:^|\/)\.terraform\.lock\.hcl$/;
const settings =
  /\.(?:json|toml|ini|cfg|conf|properties|env)$|(?:^|\/)\.(?:npmrc|yarnrc|env(?:\.[\w-]+)?|pypirc)$|(?:^|\/)(?:pip\.conf|nuget\.config|settings\.xml)$/i;
// Lists of what was resolved, translations, schemas and test data name hosts without number and use none of them.
const never =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|tests?|__tests__|testdata|fixtures?|examples?|samples?|locales?|i18n|docs?|schemas?|\.soc2)\/|(?:^|[-./])lock\.(?:json|ya?ml)$|-lock\.(?:json|ya?ml)$|\.min\.\w+$|\.schema\.json$|(?:^|\/)(?:openapi|swagger)[\w.-]*$/i;
const largest = 256 * 1024;

/** Everybody outside whom code and settings name, each once, in the order of the files. Records are left out: what they list is not thereby used. */
export function outsideNames(context: DialectContext): OutsideService[] {
  const found = new Map<string, OutsideService>();
  for (const path of context.files.list()) {
    if (recordIn(path) !== undefined || never.test(path)) continue;
    const reader = readerOf(path);
    if (!reader || (context.files.size?.(path) ?? 0) > largest || context.roleOf(path) !== 'system') continue;
    const text = readable(context, path);
    if (text === undefined || text.length > largest) continue;
    for (const name of reader(text, path)) {
      const key = `${name.as} ${name.name}`;
      if (!found.has(key)) found.set(key, name);
    }
  }
  return [...found.values()];
}

/** What can't be read is told by the dialect that it belongs to. */
function readable({ files }: DialectContext, path: string): string | undefined {
  try {
    const bytes = files.read(path);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  } catch {
    return undefined;
  }
}

type Reader = (text: string, path: string) => OutsideService[];

function readerOf(path: string): Reader | undefined {
  if (dockerfile.test(path)) return both(basesIn, hostsIn);
  if (lock.test(path)) return providersIn;
  if (terraform.test(path)) return both(providersIn, hostsIn);
  if (yaml.test(path)) return both(imagesIn, hostsIn);
  return settings.test(path) ? hostsIn : undefined;
}

const both =
  (...readers: Reader[]): Reader =>
  (text, path) =>
    readers.flatMap((reader) => reader(text, path));

/** What a pattern's groups find, line by line; comments are left out. */
function each(text: string, path: string, pattern: RegExp, take: (name: string, at: FilePlace) => OutsideService[]) {
  return text.split('\n').flatMap((line, i) => {
    const code = /^\s*(?:#|\/\/|\*|--|;)/.test(line) ? '' : line.replace(/\s+(?:#|\/\/)\s.*$/, '');
    return [...code.matchAll(pattern)].flatMap(({ index, 0: whole, 1: first, 2: second }) => {
      const name = first ?? second ?? '';
      const start = index + whole.lastIndexOf(name) + 1;
      const span = { startLine: i + 1, startColumn: start, endLine: i + 1, endColumn: start + name.length };
      return name === '' ? [] : take(name, { file: path, span });
    });
  });
}

/** https://docs.docker.com/reference/dockerfile/#from: names of stages and `scratch` are no images. */
function basesIn(text: string, path: string): OutsideService[] {
  const stages = new Set([...text.matchAll(/^\s*FROM\s.*\sAS\s+(\S+)/gim)].map(([, name = '']) => name.toLowerCase()));
  return each(text, path, /^\s*FROM\s+(?:--\S+\s+)*(\S+)/gi, (name, at) =>
    stages.has(name.toLowerCase()) || name === 'scratch' ? [] : imageNames(name, at),
  );
}

const imagesIn: Reader = (text, path) =>
  each(
    text,
    path,
    /^\s*(?:-\s+)?(?:image|container|repository|baseImage):\s*["']?([\w.-]+(?:[/:@][\w./:@-]+)*)["']?\s*$/g,
    (name, at) =>
      // What has neither a folder nor a version may be anything: a name of one's own, an artifact.
      /[/:]/.test(name) && !/^https?:/.test(name) ? imageNames(name, at) : [],
  );

/**
 * Whose image it is, and whose registry it comes from: without a host that is Docker's, and without a folder its publisher is,
 * too (https://docs.docker.com/reference/cli/docker/image/pull/).
 */
function imageNames(image: string, at: FilePlace): OutsideService[] {
  if (/[${}<>]/.test(image)) return [];
  const parts = image.replace(/@.*$/, '').split('/');
  const host = parts.length > 1 && /[.:]|^localhost$/.test(parts[0]!) ? parts.shift()! : 'docker.io';
  if (/^localhost|^127\./.test(host)) return [];
  const publisher = parts.length > 1 && parts[0] !== 'library' ? parts[0] : undefined;
  return [
    { name: host.replace(/:\d+$/, ''), as: 'registry', at },
    // In a registry of one's own account the folders are one's own.
    ...(publisher !== undefined && /^(?:docker\.io|quay\.io|ghcr\.io|registry\.gitlab\.com)$/.test(host)
      ? [{ name: publisher, as: 'image' as const, at }]
      : []),
  ];
}

// Providers that call nobody outside of what they are pointed at.
const ownProviders =
  /^(?:random|null|local|tls|archive|time|template|external|http|kubernetes|kubectl|helm|cloudinit|dns|assert|terraform|postgresql|mysql|vault|consul|nomad|boundary)$/;

const providersIn: Reader = (text, path) =>
  each(
    text,
    path,
    /^\s*(?:source\s*=\s*"(?:registry\.(?:terraform\.io|opentofu\.org)\/)?[\w-]+\/([\w-]+)"|provider\s+"(?:registry\.(?:terraform\.io|opentofu\.org)\/[\w-]+\/)?([\w-]+)"\s*\{)/g,
    (name, at) => (ownProviders.test(name) ? [] : [{ name: name.toLowerCase(), as: 'provider', at }]),
  );

// Names for examples (RFC 2606) and machines inside, addresses of schemas and namespaces, and pages for people to read.
const nobody =
  /^(?:localhost|[\d.]+|[^.]+)$|(?:^|\.)(?:example|test|invalid|local|localhost|internal|svc|lan|home|corp)$|(?:^|\.)example\.(?:com|org|net|edu)$|\.svc\.|(?:^|\.)(?:w3\.org|json-schema\.org|schemastore\.org|ietf\.org|xml\.org|xmlsoap\.org|openxmlformats\.org|spdx\.org|opensource\.org|creativecommons\.org|wikipedia\.org|apache\.org|mozilla\.org|semver\.org|keepachangelog\.com|editorconfig\.org|shields\.io)$/i;
const pages = /^(?:www|docs?|developers?|support|help|blog|learn|status|community|wiki|schemas?|json)\./i;

const hostsIn: Reader = (text, path) =>
  each(
    text,
    path,
    /\b(?:https?|wss?|amqps|rediss|mongodb\+srv):\/\/(?:[^\s/@"'<>]*@)?([A-Za-z0-9](?:[\w-]*\.)+[A-Za-z]{2,})(?=[/:?#"'\s,;)\]}]|$)/g,
    (name, at) => {
      const host = name.toLowerCase();
      return nobody.test(host) ||
        pages.test(host) ||
        /^(?:raw\.githubusercontent|github|gitlab|bitbucket)\.(?:com|org)$/.test(host)
        ? []
        : [{ name: host, as: 'host', at }];
    },
  );
