import { number, numberOf } from '../cadence.ts';
import { days, periods } from './period.ts';
import type { Figure, Reader } from './sentence.ts';

const goesAround =
  /\b(?:by-?pass\w*|circumvent\w*|overrid\w+|overrul\w+|skip(?:ped|s)?|go(?:es)? around|gets? around|work around|exempt\w*|push(?:es|ed)? (?:\w+ )?(?:directly|straight)|directly push\w*|direct (?:push\w*|commits?)|commit(?:s|ted)? (?:directly|straight)|merges? (?:\w+ ){0,6}without|without (?:an? |any |prior )?(?:review|approval|pull request))\b/;
const ofBranches =
  /\b(?:branch(?:es)?|pull requests?|merge requests?|merg(?:e[sd]?|ing)|code review|reviews?|approvals?|protections?|main|trunk|(?:status |required )checks|change process|review process)\b/;
// Other controls that nobody may go around, and other things that branches and reviews are.
const otherControls =
  /\b(?:firewalls?|passwords?|mfa|multi-?factor|anti-?virus|proxy|vpn|physical|badges?|doors?|trainings?|logg\w+|dlp|devices?|endpoints?|branch offices?|bank\w*|hiring|background checks?|access reviews?|vendors?|contracts?|legal|expenses?)\b/;
const nobody =
  /\b(?:no one|nobody|no(?: single)? (?:direct (?:push(?:es)?|commits?)|person|user|employee|engineer|developer|individual|administrator|admin|member|role|account|contributor|change|code|commit|pull request|exception)s?|none of|not even|neither|never)\b/;
const forbids =
  /\b(?:can(?:not| not)|can['’]t|may not|must not|mustn['’]t|shall not|will not|won['’]t|does not|do not|don['’]t|doesn['’]t|is not|isn['’]t|are not|aren['’]t|not be|(?:is|are) (?:forbidden|prohibited|disabled|blocked|rejected|impossible|not allowed|not permitted))\b/;
const forAdmins =
  /\b(?:includ\w+|also|even|likewise|equally|as well as)\b[^.;]{0,40}\b(?:admin(?:istrator)?s?|owners|maintainers)\b|\b(?:appl(?:y|ies)|hold|holds|enforced|binding|valid)\b[^.;]{0,30}\b(?:to|for|on)\b[^.;]{0,25}\b(?:everyone|everybody|all (?:users|people|contributors|collaborators|roles|staff)|admin(?:istrator)?s?)\b|\b(?:admin(?:istrator)?s?|owners|maintainers)\b[^.;]{0,30}\b(?:included|too|as well|are (?:also )?(?:subject|held|bound|covered)|(?:must|have to) (?:also )?(?:follow|go through|comply|use)|(?:are )?not exempt\w*)\b/;
const aboutAdmins = /\badmin(?:istrator)?s?\b/;

const people = new RegExp(
  `\\b${number}(?: |-)(?:(?:other|independent|additional|more|qualified|peer|different|senior|approving|code|or more|separate|authori[sz]ed) )*(?:person|people|peers?|reviewers?|engineers?|developers?|approvers?|approvals?|reviews?|colleagues?|team members?|code owners?|maintainers?|employees?)\\b`,
  'g',
);

// `Required approvals: 2`
const counted =
  /\b(?:required|minimum|number of) (?:approvals?|reviewers?|approving reviews?)(?: per \w+ ?\w*)?(?::| is| are| of|) (\d)\b/g;

export const changes: readonly Reader[] = [
  {
    topic: 'change-approvals',
    words: ['approv', 'review'],
    figure: true,
    ours: true,
    read: ({ text, under, document: { policy } }) => {
      if (policy !== 'change-management' && policy !== 'development') return undefined;
      // Approvals of releases, of emergency changes and of some changes are another figure.
      if (/emergenc|hot-?fix|roll-?back|deploy|release|exception|production access/.test(`${under} ${text}`))
        return undefined;
      if (
        !/\b(?:approv\w+|reviews?|reviewed|reviewers?)\b/.test(text) ||
        !/\b(?:changes?|pull requests?|merge\w*|code|branch protection)\b/.test(`${under} ${text}`)
      )
        return undefined;
      if (/\b(?:no|not|never)\b[^.;]{0,40}\b(?:need(?:s|ed)?|requir\w+|necessary)\b/.test(text)) return undefined;
      const found = [...text.matchAll(people), ...text.matchAll(counted)];
      const [match] = found;
      if (!match) return undefined;
      const counts = new Set(found.map(([, count]) => numberOf(count!)));
      return { value: counts.size === 1 ? numberOf(match[1]!) : undefined, words: match[0] };
    },
  },
  {
    topic: 'branch-bypass',
    words: [
      'bypass',
      'by-pass',
      'circumvent',
      'overrid',
      'overrul',
      'skip',
      'around',
      'exempt',
      'push',
      'direct',
      'without',
      'admin',
      'owner',
      'maintainer',
    ],
    ours: true,
    read: ({ text, under: headings }) => {
      if (otherControls.test(text) || !ofBranches.test(`${text} ${headings}`)) return undefined;
      const around = goesAround.exec(text);
      const admins = forAdmins.exec(text);
      // "Branch protection applies to administrators": what is enforced has to be named.
      const under = /\b(?:branch (?:protection|rules)|protection rules|pull requests?)\b/.exec(headings)?.[0] ?? '';
      if (
        admins &&
        isOfBranches(`${text} ${under}`) &&
        !/\bmay (?:by-?pass|overrid|skip)/.test(text) &&
        !permits.test(text)
      )
        return { value: 1, words: admins[0], of: 'administrators' };
      if (!around || /\b(?:nobody|no one) (?:but|other than|apart from|besides)\b/.test(text)) return undefined;
      if (permits.test(text) && !nobody.test(text)) return undefined;
      if (!nobody.test(text) && !forbids.test(text)) return undefined;
      return {
        value: 1,
        words: around[0],
        of: aboutAdmins.test(text) && !/\b(?:nobody|no one|not even)\b/.test(text) ? 'administrators' : '',
      };
    },
  },
  {
    topic: 'vulnerability-deadline',
    words: ['vulnerab', 'patch', 'security', 'cve', 'critical', 'high'],
    figure: true,
    ours: true,
    read: ({ text, document: { policy } }) => {
      const row =
        policy === 'vulnerabilities' && /^(?:critical|high)\b[^.;]{0,60}\b\d+ (?:hour|day|week|month)s?$/.test(text);
      if (!row) {
        if (!/\b(?:vulnerabilit(?:y|ies)|patch(?:es|ed)?|security (?:updates?|fixes)|cves?)\b/.test(text))
          return undefined;
        if (
          !/\b(?:remediat\w+|patch\w*|fix(?:ed)?|resolv\w+|appl(?:y|ied)|mitigat\w+|installed|address\w*|closed|handled)\b/.test(
            text,
          )
        )
          return undefined;
      }
      if (
        /\b(?:reported|assess\w*|penetration|disclos\w+|bounty|customers? (?:are|is) (?:told|notified|informed))\b/.test(
          text,
        )
      )
        return undefined;
      if (/\b(?:medium|low|moderate)\b/.test(text) && !/\b(?:critical|high)\b/.test(text)) return undefined;
      if (/\b(?:not|never)\b/.test(text) && !/\bnot? later than\b/.test(text)) return undefined;
      return shortest(ofFixing(text));
    },
  },
  {
    topic: 'blocking-scans',
    words: [
      'scan',
      'sast',
      'dast',
      'sca',
      'dependency',
      'analysis',
      'codeql',
      'vulnerab',
      'findings',
      'checks',
      'tests',
    ],
    ours: true,
    read: ({ text }) => {
      const scans =
        /\b(?:scan(?:s|ned|ning|ners?)?|sast|dast|sca|dependency (?:review|checks?)|static (?:code )?analysis|codeql|vulnerabilit(?:y|ies)|security (?:findings|checks|tests))\b/.test(
          text,
        );
      const onChanges =
        /\b(?:code must pass|merge[sd]?|merging|builds?|pipelines?|pull requests?|merge requests?|deploy\w*|releas\w+|ci|changes?|shipped|go(?:es)? live)\b/.test(
          text,
        );
      if (!scans || !onChanges || otherScans.test(text)) return undefined;
      const blocks = blocking.exec(text);
      return blocks &&
        !permits.test(text) &&
        !/\b(?:do|does|did|will) not (?:block|fail|stop|prevent|break)\b|\b(?:not|never|without) (?:be )?(?:block\w*|fail\w*)\b|\bcan be (?:merged|deployed|released)\b/.test(
          text,
        )
        ? { value: 1, words: blocks[0] }
        : undefined;
    },
  },
];

const permits =
  /\b(?:may|can|are allowed to|is allowed to|are able to) (?:still |then |also )?(?:by-?pass|overrid|skip|push|merge|circumvent|waive)/;

const otherScans =
  /\b(?:e-?mails?|attachments?|ports?|endpoints?|anti-?virus|malware|firewalls?|intrusion|waf|uploads?|network|ip address\w*|requests? from|badge|retina)\b/;
const blocking =
  /\b(?:block(?:s|ed|ing)?|prevent(?:s|ed)?|gate[sd]?|fail(?:s|ed)? (?:the |a |any )?(?:build|pipeline|pull request|check|merge|ci|job)s?|(?:builds?|pipelines?|checks?|jobs?|ci) (?:(?:must|shall|will|to) )?(?:fails?|breaks?|stops?|is stopped|are stopped|is failed)|breaks? the (?:build|pipeline)|stops? (?:the |a |any )?(?:build|merge|release|deployment|pipeline)s?|(?:can(?:not| not)|can['’]t|may not|must not|is not|are not|isn['’]t|aren['’]t|never|not be|nothing (?:is|gets)) (?:be )?(?:merged|deployed|released|shipped)|(?:is|are|be) rejected|(?:must|have to|has to) pass\b[^.;]{0,60}\b(?:before|scan\w*|sast|dast|analysis))\b|\bno (?:code|change|build|release|image)\b[^.;]{0,80}\b(?:is|may be|can be|gets) (?:merged|deployed|released|shipped)\b/;

/** Of branches, and with what is enforced on them named. */
const isOfBranches = (text: string): boolean =>
  /\b(?:branch|protection|pull request|merge|review|approval)/.test(text) &&
  /\b(?:rules?|protections?|restrictions?|requirements?|checks?|reviews?|approvals?|pull requests?|process|polic(?:y|ies))\b/.test(
    text,
  );

/** The part of a sentence that is about fixing, where another part is about looking at what was found. */
const ofFixing = (text: string): string =>
  /\b(?:triag|acknowledg|respon)\w+/.test(text)
    ? text
        .split(/[,;]| and (?:then )?/)
        .filter(
          (part) =>
            /\b(?:patch|fix|remediat|resolv|mitigat|mended|install|appl)\w*/.test(part) &&
            !/\b(?:triag|acknowledg|respon)/.test(part),
        )
        .join(', ')
    : text;

/** Of several deadlines in a sentence the shortest: it is the one that a schedule has to keep up with. */
function shortest(text: string): Figure | undefined {
  const figure = days(text);
  if (!figure || figure.value !== undefined) return figure;
  const all = [...periods(text)].sort((a, b) => a.value - b.value);
  const isList = all.length > 1 && [...text.matchAll(/\b(?:critical|high|medium|low)\b/g)].length >= all.length;
  const [least] = all;
  return isList && least ? { value: Math.round(least.value / 24), words: least.words } : figure;
}
