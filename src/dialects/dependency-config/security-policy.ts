import type { DialectContext } from '../dialect.ts';
import { fileStart, type FilePlace } from '../../model/place.ts';
import type { Stated } from './read.ts';

/** What SECURITY.md names. */
export interface SecurityPolicy {
  contact?: FilePlace;
  timeline?: FilePlace;
  /** Where it leads to another page. */
  link?: FilePlace;
}

// The order in which GitHub looks: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file
const places = [
  /^\.github\/SECURITY(\.(md|rst|txt|adoc))?$/i,
  /^SECURITY(\.(md|rst|txt|adoc))?$/i,
  /^docs\/SECURITY(\.(md|rst|txt|adoc))?$/i,
];

const address = /[\w.+-]+(?:@|\s*(?:\[at\]|\(at\))\s*)[\w-]+\.[\w.-]+|https?:\/\/|\]\(\/?[^)]+\)|\bg\.co\/\w+/i;
const channel =
  /\b(report(ing)?|privately?|private vulnerability reporting|security\b.{0,3} (tab|advisor(y|ies))|e-?mail|contact)\b/i;
const days =
  /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|sixty|ninety)(?:\s*\(\d+\))?\s*[- ]?(business |working |calendar )?(hours?|days?|weeks?|months?)\b/i;

/** The one that the forge shows, where there is one. */
export function securityPolicies(context: DialectContext): Stated[] {
  const paths = context.files.list();
  const path = places
    .map((place) => paths.find((candidate) => place.test(candidate)))
    .find((found) => found !== undefined);
  const text = path && context.text(path);
  if (!path || text === undefined) return [];
  const lines = text.split('\n');
  const whole = lines.join('\n');
  const contact = channel.test(whole)
    ? (placeOf(path, lines, address) ??
      placeOf(
        path,
        lines,
        /private(ly)? (vulnerability )?report|security advisor(y|ies)|report a vulnerability\b.*\bsecurity\b/i,
      ))
    : undefined;
  const timeline = placeOf(path, lines, days);
  const link = placeOf(path, lines, /https?:\/\/(?!github\.com\/[^)\s]*\/security\/advisories)/);
  const model: SecurityPolicy = {
    ...(contact && { contact }),
    ...(timeline && { timeline }),
    ...(link && { link }),
  };
  return [{ type: 'security-policy', name: path, model, at: fileStart(path) }];
}

function placeOf(file: string, lines: readonly string[], pattern: RegExp): FilePlace | undefined {
  for (const [index, line] of lines.entries()) {
    const match = pattern.exec(line);
    if (!match) continue;
    const startColumn = match.index + 1;
    return {
      file,
      span: { startLine: index + 1, startColumn, endLine: index + 1, endColumn: startColumn + match[0].length },
    };
  }
  return undefined;
}
