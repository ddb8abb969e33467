import type { FilePlace } from '../../model/place.ts';
import { child, entriesOf, textOf } from '../../parse/look.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';

/** A dependency whose content changes when its repository does. */
export interface MovingSource {
  what: string;
  at: FilePlace;
}

/** Dependencies that are taken from a repository by a branch, or by nothing at all. */
export const movingSources = (ecosystem: string, path: string, text: string): MovingSource[] =>
  path.endsWith('package.json') ? ofPackageJson(path, text) : ecosystem === 'pip' ? ofRequirements(path, text) : [];

// A commit, a range of versions, or a tag that looks like a version.
const isFixed = (ref: string | undefined): boolean =>
  ref !== undefined &&
  (/^[0-9a-f]{7,64}$/i.test(ref) || ref.startsWith('semver:') || /^[\w.-]*?v?\d+(\.\d+)+/.test(ref));

// https://docs.npmjs.com/cli/configuring-npm/package-json#git-urls-as-dependencies
const repository = /^(git(\+\w+)?:|github:|gitlab:|bitbucket:|[\w-]+\/[\w.-]+(#|$)|https?:\/\/[^#]+\.git(#|$))/;

function ofPackageJson(file: string, text: string): MovingSource[] {
  if (!/git|bitbucket|\/[\w.-]+(#[^"]*)?"/.test(text)) return [];
  const root = parseYaml(text).tree[0]?.root;
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((section) =>
    entriesOf(child(root, section)).flatMap(({ key, value }): MovingSource[] => {
      const written = textOf(value);
      if (written === undefined || !repository.test(written) || isFixed(written.split('#')[1])) return [];
      return [{ what: `${key.text} from ${written}`, at: { file, span: value.span } }];
    }),
  );
}

// https://pip.pypa.io/en/stable/topics/vcs-support/
const requirement = /^(?:-e\s+)?(?:[\w.[\],-]+\s*@\s*)?git\+[a-z]+:\/\/(?:[^\s@#/]+@)?([^\s@#]+)(?:@([^\s#]+))?/;

function ofRequirements(file: string, text: string): MovingSource[] {
  return text.split('\n').flatMap((line, index): MovingSource[] => {
    const match = requirement.exec(line.trim());
    if (!match || isFixed(match[2])) return [];
    const startColumn = line.indexOf(match[0]) + 1;
    const span = {
      startLine: index + 1,
      startColumn,
      endLine: index + 1,
      endColumn: startColumn + match[0].length,
    };
    return [{ what: match[1]! + (match[2] ? ` at ${match[2]}` : ''), at: { file, span } }];
  });
}
