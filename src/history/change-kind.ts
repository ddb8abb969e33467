import type { Commit, Person } from './commit.ts';

/**
 * How a commit came to the branch, as far as its parents, its words and its dates say. `unclear`: a pull request could have
 * brought it, or somebody put it there.
 */
export type ChangeKind = 'merge' | 'squash' | 'rebase' | 'direct' | 'unclear';

/** What a commit says of the way by which it came. A claim: anybody can write it. */
export interface Way {
  kind: ChangeKind;
  pullRequest: number | null;
  trailers: readonly string[];
  result: 'deviation' | 'cannot-tell';
  reason: string;
}

export function wayOf(commit: Commit): Way {
  const title = commit.message.split('\n', 1)[0]!;
  const trailers = trailersOf(commit.message);
  const isPicked = /^\(cherry picked from commit [0-9a-f]{7,64}\)$/m.test(commit.message);
  // A commit that was taken over from elsewhere brings the number with it.
  const pullRequest = isPicked ? null : numberIn(title, commit.message);
  const told = { pullRequest, trailers };
  const reviewers = reviewersIn(trailers, commit.author);
  const claim =
    reviewers.length > 0 ? `; it says that ${reviewers.join(' and ')} reviewed it, which anybody can write` : '';
  const cannotTell = (kind: ChangeKind, reason: string): Way => ({
    ...told,
    kind,
    result: 'cannot-tell',
    reason: `${reason}${claim}`,
  });
  const isMerge = commit.parents.length > 1;
  if (pullRequest !== null)
    return cannotTell(
      isMerge ? 'merge' : 'squash',
      `its message names #${pullRequest}; whether somebody else reviewed it, git does not hold`,
    );
  if (isMerge && ownBranch.test(title))
    return {
      ...told,
      kind: 'merge',
      result: 'deviation',
      reason:
        'it merges the branch into a copy of itself: as far as git shows, that copy was put on the branch directly',
    };
  if (isMerge)
    return cannotTell('merge', 'a merge that names no pull request; whether somebody reviewed it, git does not hold');
  if (commit.parents.length === 0)
    return cannotTell('direct', 'the first commit: there was no branch yet that it could have been merged into');
  if (isPicked)
    return cannotTell('unclear', 'it was taken over from another commit; how it came here, git does not hold');
  if (isHost(commit.committer))
    return cannotTell(
      'unclear',
      'it was made on the site of the host and names no pull request: a squash whose title lost its number, or an edit on the branch itself',
    );
  if (commit.time !== commit.authored && !isSame(commit.author, commit.committer))
    return cannotTell(
      'rebase',
      'somebody else than its author put it there anew, as a rebase of a pull request does; whether it was one, git does not hold',
    );
  if (commit.time !== commit.authored)
    return cannotTell(
      'unclear',
      'its author put it there anew after writing it: a rebase of a pull request, or a change that was mended and put on the branch directly',
    );
  return {
    ...told,
    kind: 'direct',
    result: 'deviation',
    reason: `one parent and no pull request named: as far as git shows, it was put on the branch directly${claim}`,
  };
}

// "of" names the copy of the branch that was pulled from.
const ownBranch = /^Merge (?:remote-tracking )?branch '(?:origin\/)?(?:main|master|trunk|develop)'(?: of \S+)?$/;

const titles: readonly RegExp[] = [
  // GitHub and Gitea; bors and homu; Azure DevOps; Bitbucket; what squashes put behind the title.
  /^Merge pull request #(\d{1,9})\b/,
  /^(?:Auto merge of|Merge) #(\d{1,9})\b/,
  /^Merged PR (\d{1,9}):/,
  /\(pull request #(\d{1,9})\)\s*$/,
  /\((?:#|GH-|PR #?|!)(\d{1,9})\)\s*$/,
];
const bodies: readonly RegExp[] = [
  // GitLab; bots that write where a commit was reviewed.
  /^See merge request \S*!(\d{1,9})\s*$/m,
  /^(?:PR-URL|Pull-Request|Pull-request|Part-of|Merge-Request|Reviewed-on): <?https?:\/\/\S+\/(?:pull|pulls|pull-requests|merge_requests)\/(\d{1,9})\/?>?\s*$/m,
  /^(?:Pull-Request|Pull-request|PR): #?(\d{1,9})\s*$/m,
];

function numberIn(title: string, message: string): number | null {
  for (const [form, text] of [
    ...titles.map((one) => [one, title] as const),
    ...bodies.map((one) => [one, message] as const),
  ]) {
    const number = form.exec(text)?.[1];
    if (number !== undefined) return Number(number);
  }
  return null;
}

/** The last paragraph, where all of it is `Name: value`. */
function trailersOf(message: string): string[] {
  const paragraphs = message.trim().split(/\n\s*\n/);
  const last = paragraphs.length > 1 ? paragraphs.at(-1)!.split('\n') : [];
  return last.every((line) => /^[A-Za-z][A-Za-z0-9-]*: \S|^\(cherry picked from /.test(line)) ? last : [];
}

const reviewersIn = (trailers: readonly string[], author: Person): string[] =>
  trailers.flatMap((line) => {
    const [, who = ''] = /^(?:Reviewed|Approved|Acked)-by: (.+)$/i.exec(line) ?? [];
    return who === '' || who.includes(`<${author.mail}>`) || who === author.name ? [] : [who];
  });

const isHost = ({ name, mail }: Person): boolean =>
  mail === 'noreply@github.com' || (name === 'GitHub' && mail.endsWith('@github.com'));

const isSame = (a: Person, b: Person): boolean => a.mail.toLowerCase() === b.mail.toLowerCase() || a.name === b.name;

export const fileClasses = ['infrastructure', 'pipeline', 'governance', 'dependency', 'document', 'code'] as const;
export type FileClass = (typeof fileClasses)[number];

const byPath: readonly [FileClass, RegExp][] = [
  [
    'governance',
    /^\.soc2\/|(?:^|\/)CODEOWNERS$|^\.github\/(?:settings|safe-settings)\.ya?ml$|^\.github\/(?:rulesets|settings)\//,
  ],
  [
    'pipeline',
    /^\.github\/(?:workflows|actions)\/|(?:^|\/)(?:\.gitlab-ci\.ya?ml|azure-pipelines\.ya?ml|Jenkinsfile|action\.ya?ml)$|^\.circleci\/|^\.buildkite\//,
  ],
  [
    'infrastructure',
    /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$|\.bicep$|(?:^|\/)(?:Dockerfile(?:\.\w+)?|Containerfile|(?:docker-)?compose\.ya?ml|kustomization\.ya?ml|Chart\.ya?ml|Pulumi\.ya?ml|cdk\.json)$/,
  ],
  [
    'dependency',
    /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|requirements[\w.-]*\.txt|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|Gemfile(?:\.lock)?|composer\.(?:json|lock))$/,
  ],
  ['document', /\.(?:md|mdx|markdown|rst|adoc)$/i],
];

/** What a file is for, by its name alone. */
export const classOf = (path: string): FileClass => byPath.find(([, form]) => form.test(path))?.[0] ?? 'code';
