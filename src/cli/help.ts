const scan = `soc2-lint reads what a repository holds and says what is wrong, and what it can show for each SOC 2 criterion.

usage: soc2-lint [DIR | FILE...] [options]
       soc2-lint rules | explain ID | init | gaps | history | baseline create|prune |
                 oscal catalog|component | evidence create|verify OUT

  DIR                     a whole scan of a folder (default: this one)
  FILE...                 these files and what they need to be evaluated; no coverage

what comes out
  --format FORMAT         text (default), json, sarif, markdown, html, github, junit, gitlab, oscal
  --output FORMAT=FILE    also write a report to a file; can be given more than once
  --quiet                 findings and the last line only
  --verbose               everything: all criteria, findings in examples and tests

what is judged
  --rules ID,...          these rules only
  --criteria CC6,A1.2     rules for these criteria or series only
  --categories NAMES      security,availability,processing-integrity,confidentiality,privacy
  --config FILE           another file than .soc2/config.yml
  --var-file FILE         values of Terraform variables; can be given more than once
  --as-of DATE            the day to judge by, YYYY-MM-DD (default: the date of HEAD's commit)

what counts
  --fail-on SEVERITY      critical, high (default), medium, low or never
  --fail-on-unknown       what can't be told fails as well
  --allow-incomplete      files that can't be read don't fail the run
  --diff BASE             findings that were introduced or touched since BASE
  --baseline FILE         another file than .soc2/baseline.json
  --staged                files as they are staged in git; with FILE..., these only
  --plugin FILE           rules of one's own, from a JavaScript file; can be given more than once

  --help, --version       soc2-lint COMMAND --help tells more of one; a folder called like a command is ./rules

exit codes: 0 nothing is open at or above --fail-on; 1 something is; 2 wrong usage or configuration;
            3 the scan is incomplete, which outweighs 1

Nothing in the repository is executed and nothing is sent anywhere. It is not an opinion: that is for a CPA firm.
`;

const commands: { readonly [name: string]: string } = {
  rules: `usage: soc2-lint rules [--format text|json] [--criteria CC6,...]

Lists the rules, with severity and the criteria they support. JSON holds everything: reasons, equivalents, options.
`,
  explain: `usage: soc2-lint explain RULE | CRITERION

A rule's page, or what a repository can and can't show for a criterion (CC6.1, A1.2, ...).
`,
  init: `usage: soc2-lint init [DIR] [--dry-run] [--policies [--categories NAMES]]

Writes .soc2/config.yml with what it found, a GitHub workflow, and prints a snippet for pre-commit. With --policies also a
draft in docs/policies of each policy that the chosen categories call for (security where none are chosen) and that is not
there yet, with every place to fill in marked. It never overwrites a file; --dry-run only prints.
`,
  gaps: `usage: soc2-lint gaps [DIR] [--format text|markdown|json] [--categories NAMES] [--config FILE] [--as-of DATE]

The readiness list: what is missing for the chosen categories, ordered by criterion, with who has to act (in the repository,
in a document, or outside of both). It exits with 0 whatever is missing, and with 3 where a file could not be read.
`,
  history: `usage: soc2-lint history [DIR] --from DATE --to DATE [--branch NAME] [--format FORMAT] [--sample N]
                         [--pull-requests FILE] [--as-of DATE] [--config FILE] [--plugin FILE]

What a branch shows over a period, both days inside: when each rule passed and failed for each subject, windows of exposure and
how long they took to mend, reviews against the cadence of their time, and every change that came onto the branch. Read from git's
objects; nothing is checked out. FORMAT is text (default), markdown, json, html (a page with a timeline for each criterion), csv
(the changes, one a line) or oscal (assessment results). --sample draws N changes, the same ones each time.
--pull-requests reads who reviewed and approved them, from an export that the GitHub CLI made (the README has the command). It
exits with 3 where completeness is not established.
`,
  oscal: `usage: soc2-lint oscal catalog|component

What the assessment results of --format oscal refer to, as OSCAL documents in JSON: the catalog of the 61 criteria by their ids,
with titles of our own and what each rule looks for; the component definition of the rules, with the reason why a pass of each is
evidence.
`,
  evidence: `usage: soc2-lint evidence create OUT [DIR] [--from DATE --to DATE [--branch NAME] [--sample N] [--pull-requests FILE]]
                                 [--as-of DATE] [--config FILE] [--plugin FILE]
       soc2-lint evidence verify OUT [--manifest SHA256]

create writes a folder that an auditor can hold: reports of DIR (default: this folder), for a period also its history and the
population of changes, the configuration as it is and as it was at both ends of the period, the pages of the rules that said anything, a manifest with the sha256 of each file,
and an in-toto statement about the manifest. The same state, arguments and version give the same bytes. OUT lies outside of DIR and
is new, empty, or evidence of soc2-lint and nothing else. It exits with 3 where the scan is incomplete or the history's
completeness is not established; what stands open doesn't matter.

verify says what is changed, missing or added in OUT: 0 nothing, 1 something, 2 OUT is no folder.
`,
  baseline: `usage: soc2-lint baseline create|prune [DIR] [--config FILE] [--as-of DATE]

create writes .soc2/baseline.json with all failures that stand now: later scans fail on new ones only. They stay gaps in
the coverage. prune takes out what is no longer found.
`,
};

/** Prints the help for a command, or for all. */
export function help(command?: string): number {
  process.stdout.write((command && commands[command]) ?? scan);
  return 0;
}
