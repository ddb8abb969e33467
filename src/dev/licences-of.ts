import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of the packages that these modules come from, as they ask to be handed on with the code. */
export function licencesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((module) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(module) ?? []),
  );
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const file = readdirSync(folder)
      .sort()
      .find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text =
      file && existsSync(join(folder, file))
        ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
        : '';
    return `${name} ${version} (${license})\n\n${text}`.trim();
  });
  return `${[...new Set(texts)].sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
