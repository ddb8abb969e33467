/** The five categories of the Trust Services Criteria. Security is always in scope; the others are chosen. */
export declare const categories: readonly ["security", "availability", "processing-integrity", "confidentiality", "privacy"];
export type Category = (typeof categories)[number];
/**
 * How far a repository's contents can go for a criterion: `primary` most of it, `partial` a good part, `weak` a
 * supporting signal, `document` only what a document says, `none` nothing.
 */
export type Reach = 'primary' | 'partial' | 'weak' | 'document' | 'none';
/**
 * Which way evidence mostly comes: from code and settings, from what a document says, or from outside of any repository.
 * Documents support what is automated, too, and code some of what is written.
 */
export type Route = 'automated' | 'document' | 'outside';
export interface Criterion {
    id: CriterionId;
    category: Category;
    series: string;
    /** Our own words: the criteria themselves are the AICPA's text. */
    title: string;
    route: Route;
    reach: Reach;
    /** What a repository can show. */
    shows: string;
    /** Documents that describe it. */
    documents: string;
    /** What must come from elsewhere, always. */
    elsewhere: string;
    /** The COSO principle it restates, where it does. */
    coso?: string;
}
export declare const criteria: readonly [{
    readonly id: "CC1.1";
    readonly category: "security";
    readonly series: "CC1 control environment";
    readonly title: "Integrity and ethics set and lived";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "code of conduct file exists, has owner/version/approval, reviewed in cadence; covers contractors and consequences";
    readonly documents: "Code of conduct, sanctions policy, conduct clause in handbook";
    readonly elsewhere: "signed acknowledgements, disciplinary cases, tone at the top";
    readonly coso: "P1";
}, {
    readonly id: "CC1.2";
    readonly category: "security";
    readonly series: "CC1 control environment";
    readonly title: "Oversight body independent of management";
    readonly route: "outside";
    readonly reach: "none";
    readonly shows: "(only pointer to a manual-evidence record: board charter, meeting dates)";
    readonly documents: "Board/advisor charter if kept in the repo";
    readonly elsewhere: "board independence, minutes, actual oversight";
    readonly coso: "P2";
}, {
    readonly id: "CC1.3";
    readonly category: "security";
    readonly series: "CC1 control environment";
    readonly title: "Structure, reporting lines, authority";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "org/roles document; CODEOWNERS teams resolve and cover security-critical paths as supporting signal only";
    readonly documents: "Roles and responsibilities, org chart, RACI";
    readonly elsewhere: "real reporting lines, delegation in practice";
    readonly coso: "P3";
}, {
    readonly id: "CC1.4";
    readonly category: "security";
    readonly series: "CC1 control environment";
    readonly title: "Competent people hired, trained, kept";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "HR/background-check/training policy present, with cadence";
    readonly documents: "Personnel policy, job descriptions, training policy";
    readonly elsewhere: "background checks, completed training, reviews";
    readonly coso: "P4";
}, {
    readonly id: "CC1.5";
    readonly category: "security";
    readonly series: "CC1 control environment";
    readonly title: "People answer for their control duties";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "sanctions/accountability section present; each policy and control has a named owner role";
    readonly documents: "Sanctions policy, policy ownership table, performance policy";
    readonly elsewhere: "performance reviews, sanctions applied";
    readonly coso: "P5";
}, {
    readonly id: "CC2.1";
    readonly category: "security";
    readonly series: "CC2 information and communication";
    readonly title: "Good information feeds the controls";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "audit logging declared in IaC (trail/all regions/validation), asset or service catalog file (e.g. catalog-info.yaml), data-flow/asset inventory file";
    readonly documents: "Asset inventory, logging policy, data inventory";
    readonly elsewhere: "whether people use the information";
    readonly coso: "P13";
}, {
    readonly id: "CC2.2";
    readonly category: "security";
    readonly series: "CC2 information and communication";
    readonly title: "Duties and objectives told to staff";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "policies readable in repo, CONTRIBUTING/security docs, reporting channel named in docs";
    readonly documents: "Training policy, incident reporting channel, policy index";
    readonly elsewhere: "training completion, acknowledgements";
    readonly coso: "P14";
}, {
    readonly id: "CC2.3";
    readonly category: "security";
    readonly series: "CC2 information and communication";
    readonly title: "Commitments and issues told outside";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "SECURITY.md with contact, support/status page, published privacy/terms link, security.txt";
    readonly documents: "External communication policy, SLA, vulnerability disclosure policy, customer notice template";
    readonly elsewhere: "customer contracts, notices actually sent";
    readonly coso: "P15";
}, {
    readonly id: "CC3.1";
    readonly category: "security";
    readonly series: "CC3 risk assessment";
    readonly title: "Objectives clear enough to assess risk";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "system description / security objectives document, in-scope declared";
    readonly documents: "System description, service commitments, risk policy";
    readonly elsewhere: "management agreement on objectives";
    readonly coso: "P6";
}, {
    readonly id: "CC3.2";
    readonly category: "security";
    readonly series: "CC3 risk assessment";
    readonly title: "Risks found, rated and owned";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "risk register file: id, likelihood, impact, owner, treatment, date; last update in cadence from git";
    readonly documents: "Risk assessment policy, risk register, threat models";
    readonly elsewhere: "that assessment was performed with judgement";
    readonly coso: "P7";
}, {
    readonly id: "CC3.3";
    readonly category: "security";
    readonly series: "CC3 risk assessment";
    readonly title: "Fraud and insider misuse considered";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "risk register has at least one fraud/insider entry (tag), dated";
    readonly documents: "Risk assessment fraud section";
    readonly elsewhere: "depth of the analysis";
    readonly coso: "P8";
}, {
    readonly id: "CC3.4";
    readonly category: "security";
    readonly series: "CC3 risk assessment";
    readonly title: "Big changes trigger re-assessment";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "register updated within N days of declared major change; ADR/threat-model file for changes to auth/crypto/network paths";
    readonly documents: "Change-risk section, ADRs, threat models";
    readonly elsewhere: "business, vendor and leadership changes";
    readonly coso: "P9";
}, {
    readonly id: "CC4.1";
    readonly category: "security";
    readonly series: "CC4 monitoring activities";
    readonly title: "Controls checked regularly";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "scheduled security/compliance workflow exists (cron), SAST/dependency/IaC/secret scans run on PR and schedule; this tool's own run history";
    readonly documents: "Internal audit / control self-assessment plan, pen-test reports";
    readonly elsewhere: "independent evaluation, pen test performed";
    readonly coso: "P16";
}, {
    readonly id: "CC4.2";
    readonly category: "security";
    readonly series: "CC4 monitoring activities";
    readonly title: "Weaknesses reported and fixed on time";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "findings history from git: opened/fixed commits, mean time to remediate, waivers with owner, reason, approval, expiry; overdue list";
    readonly documents: "Corrective action/exception procedure, deficiency log";
    readonly elsewhere: "reporting to leadership and board";
    readonly coso: "P17";
}, {
    readonly id: "CC5.1";
    readonly category: "security";
    readonly series: "CC5 control activities";
    readonly title: "Controls chosen for each risk";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "control matrix maps risk to control to criterion; no orphan risk/control; ids valid";
    readonly documents: "Control matrix, risk treatment plan";
    readonly elsewhere: "adequacy of selection";
    readonly coso: "P10";
}, {
    readonly id: "CC5.2";
    readonly category: "security";
    readonly series: "CC5 control activities";
    readonly title: "General controls over technology";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "infrastructure under version control, CI gates, state locking/encryption, IaC guardrails and policy checks present";
    readonly documents: "IT general controls policy, configuration standard";
    readonly elsewhere: "operation outside the repo (consoles)";
    readonly coso: "P11";
}, {
    readonly id: "CC5.3";
    readonly category: "security";
    readonly series: "CC5 control activities";
    readonly title: "Policies written, approved, carried out";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "expected policy set present; owner, version, approver, approval date, next review; required sections; review inside cadence over the period; no placeholders";
    readonly documents: "The whole policy set with procedures";
    readonly elsewhere: "staff acknowledgement, procedure followed";
    readonly coso: "P12";
}, {
    readonly id: "CC6.1";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Logical access built into the architecture";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "IaC: encryption at rest, KMS rotation, no public data stores, IMDSv2, auth on endpoints, network segmentation, no hard-coded secrets; OIDC instead of long-lived CI keys; K8s RBAC/security context";
    readonly documents: "Access control policy, encryption policy, architecture";
    readonly elsewhere: "who has access today, runtime state";
}, {
    readonly id: "CC6.2";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Access granted on approval, removed on exit";
    readonly route: "automated";
    readonly reach: "weak";
    readonly shows: "membership-as-code (Terraform github_membership/team, Okta, google_project_iam) changes reviewed; no direct user policies; on/offboarding checklist templates";
    readonly documents: "Onboarding/offboarding procedure";
    readonly elsewhere: "HR events, timely removal, user list";
}, {
    readonly id: "CC6.3";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Roles, least privilege, split duties";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "no wildcard IAM, scoped roles, GITHUB_TOKEN least privilege, CODEOWNERS on sensitive paths, protected environments with reviewers, bypass actors list";
    readonly documents: "Access review procedure and dated review records";
    readonly elsewhere: "actual grants, quarterly review performed";
}, {
    readonly id: "CC6.4";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Physical access limited";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "physical security policy or a subservice carve-out naming the cloud provider";
    readonly documents: "Physical security policy, subservice list";
    readonly elsewhere: "badges, visitors, data-centre state";
}, {
    readonly id: "CC6.5";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Assets cleared before protection ends";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "asset/media disposal policy present, with method and record";
    readonly documents: "Media and asset disposal policy";
    readonly elsewhere: "wipe certificates";
}, {
    readonly id: "CC6.6";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Boundary defended from outside";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "no 0.0.0.0/0 to admin/db ports, WAF/TLS on public LBs, private endpoints, MFA conditions, K8s NetworkPolicy, private clusters";
    readonly documents: "Network security, remote access policy";
    readonly elsewhere: "live exposure, IdP MFA state";
}, {
    readonly id: "CC6.7";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Data movement restricted and protected";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "TLS minimum versions, HTTPS only, no verification disabled, bucket policy secure transport, replication encrypted, secret handling in CI";
    readonly documents: "Data transfer, removable media, encryption in transit policy";
    readonly elsewhere: "endpoints, USB, email";
}, {
    readonly id: "CC6.8";
    readonly category: "security";
    readonly series: "CC6 logical and physical access";
    readonly title: "Unauthorised or malicious software kept out";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "actions pinned to SHA, lockfiles, image digests, trusted registries, image/dependency scanning, immutable tags, non-root containers, allowed-actions list";
    readonly documents: "Malware/endpoint policy, software installation policy";
    readonly elsewhere: "endpoint agents, MDM state";
}, {
    readonly id: "CC7.1";
    readonly category: "security";
    readonly series: "CC7 system operations";
    readonly title: "Weak configs and new flaws detected";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "Dependabot/Renovate config covers every ecosystem in the repo, SAST/IaC/secret scan jobs on PR and schedule and blocking, cloud config recorder/GuardDuty/SecurityHub in IaC";
    readonly documents: "Vulnerability management policy with SLAs";
    readonly elsewhere: "scan results in production, SLA met";
}, {
    readonly id: "CC7.2";
    readonly category: "security";
    readonly series: "CC7 system operations";
    readonly title: "Anomalies watched for";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "logs on and retained, flow logs, alarms and alert routes declared, threat detection on";
    readonly documents: "Logging and monitoring policy";
    readonly elsewhere: "alerts reviewed by people";
}, {
    readonly id: "CC7.3";
    readonly category: "security";
    readonly series: "CC7 system operations";
    readonly title: "Events judged: incident or not";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "incident severity matrix and triage section present; incident records folder with date and severity";
    readonly documents: "Incident response plan (classification), incident log";
    readonly elsewhere: "triage done in time";
}, {
    readonly id: "CC7.4";
    readonly category: "security";
    readonly series: "CC7 system operations";
    readonly title: "Incidents contained and communicated";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "IR plan has contain/eradicate/communicate, roles, contacts; post-mortems have timeline, cause, actions";
    readonly documents: "Incident response plan, post-mortems";
    readonly elsewhere: "the response itself";
}, {
    readonly id: "CC7.5";
    readonly category: "security";
    readonly series: "CC7 system operations";
    readonly title: "Recovery and lessons after incidents";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "recovery steps/runbooks in repo; post-mortem actions closed; plan updated after incident";
    readonly documents: "Recovery runbooks, lessons-learned";
    readonly elsewhere: "recovery performed";
}, {
    readonly id: "CC8.1";
    readonly category: "security";
    readonly series: "CC8 change management";
    readonly title: "Changes authorised, tested, approved, released";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "branch protection/rulesets as code (reviews >=1, stale dismissal, code owners, admin enforcement, status checks, no force push), CODEOWNERS valid, CI tests required, protected deploy environments; history: every commit on main through a reviewed PR, author differs from approver";
    readonly documents: "Change management, SDLC, emergency change procedure";
    readonly elsewhere: "business approval outside the repo; PR reviews need the GitHub API";
}, {
    readonly id: "CC9.1";
    readonly category: "security";
    readonly series: "CC9 risk mitigation";
    readonly title: "Disruption risks reduced";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "BCP present, reviewed, RTO/RPO stated; IaC multi-AZ/backups as support";
    readonly documents: "Business continuity plan, insurance note";
    readonly elsewhere: "insurance, exercises held";
}, {
    readonly id: "CC9.2";
    readonly category: "security";
    readonly series: "CC9 risk mitigation";
    readonly title: "Vendors and partners assessed";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "vendor register file with criticality, owner, report date, next review; every third-party action/provider/registry in the repo is in the register";
    readonly documents: "Vendor management policy, vendor register, subprocessor list";
    readonly elsewhere: "vendor SOC reports read, contracts";
}, {
    readonly id: "A1.1";
    readonly category: "availability";
    readonly series: "A1 availability";
    readonly title: "Capacity watched and planned";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "autoscaling, quotas, K8s requests/limits/HPA, capacity alarms declared";
    readonly documents: "Capacity policy, SLO doc";
    readonly elsewhere: "real usage, forecasts";
}, {
    readonly id: "A1.2";
    readonly category: "availability";
    readonly series: "A1 availability";
    readonly title: "Backups and recovery infrastructure exist";
    readonly route: "automated";
    readonly reach: "primary";
    readonly shows: "backup/PITR/retention/deletion protection/multi-AZ/versioning/cross-region copy in IaC; environmental part inherited";
    readonly documents: "Backup policy, DR plan";
    readonly elsewhere: "backup success, environment protections";
}, {
    readonly id: "A1.3";
    readonly category: "availability";
    readonly series: "A1 availability";
    readonly title: "Recovery actually tested";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "dated restore-test records in repo inside cadence; scheduled restore-test workflow";
    readonly documents: "DR test plan and dated reports";
    readonly elsewhere: "the test itself";
}, {
    readonly id: "PI1.1";
    readonly category: "processing-integrity";
    readonly series: "PI1 processing integrity";
    readonly title: "Processing requirements defined";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "specs in repo: OpenAPI/AsyncAPI/proto/JSON Schema, data dictionary, service description";
    readonly documents: "Processing specification, data definitions";
    readonly elsewhere: "fit with customer commitments";
}, {
    readonly id: "PI1.2";
    readonly category: "processing-integrity";
    readonly series: "PI1 processing integrity";
    readonly title: "Inputs complete and accurate";
    readonly route: "document";
    readonly reach: "weak";
    readonly shows: "schema validation at the API gateway / contract tests as supporting signal only";
    readonly documents: "Input validation standard";
    readonly elsewhere: "real rejects and reconciliations";
}, {
    readonly id: "PI1.3";
    readonly category: "processing-integrity";
    readonly series: "PI1 processing integrity";
    readonly title: "Processing complete, timely, errors handled";
    readonly route: "automated";
    readonly reach: "weak";
    readonly shows: "dead-letter queues, retries, alarms on failed jobs, tests required before merge";
    readonly documents: "Error-handling and job monitoring procedure";
    readonly elsewhere: "processing results";
}, {
    readonly id: "PI1.4";
    readonly category: "processing-integrity";
    readonly series: "PI1 processing integrity";
    readonly title: "Outputs right and sent only as meant";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "output review/distribution procedure present";
    readonly documents: "Output and reporting procedure";
    readonly elsewhere: "output samples";
}, {
    readonly id: "PI1.5";
    readonly category: "processing-integrity";
    readonly series: "PI1 processing integrity";
    readonly title: "Stored data kept whole and protected";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "versioning, integrity/backups, encryption, deletion protection, log file validation";
    readonly documents: "Storage and retention standard";
    readonly elsewhere: "data reconciliation";
}, {
    readonly id: "C1.1";
    readonly category: "confidentiality";
    readonly series: "C1 confidentiality";
    readonly title: "Confidential data known and protected";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "data_classification tags on data resources, encryption with CMK, no public access, secret scanning, .gitignore of key files";
    readonly documents: "Data classification and handling policy, data inventory";
    readonly elsewhere: "data labelled correctly";
}, {
    readonly id: "C1.2";
    readonly category: "confidentiality";
    readonly series: "C1 confidentiality";
    readonly title: "Confidential data destroyed when due";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "lifecycle/TTL/retention set and equal to the policy's stated period";
    readonly documents: "Retention and disposal policy";
    readonly elsewhere: "deletion performed, certificates";
}, {
    readonly id: "P1.1";
    readonly category: "privacy";
    readonly series: "P1 notice";
    readonly title: "Privacy notice given and kept current";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "notice file/URL, effective date, change history in git, required topics";
    readonly documents: "Privacy notice";
    readonly elsewhere: "shown to people at collection";
}, {
    readonly id: "P2.1";
    readonly category: "privacy";
    readonly series: "P2 choice and consent";
    readonly title: "Choices offered, consent obtained";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "consent procedure/record of processing present";
    readonly documents: "Consent policy, ROPA";
    readonly elsewhere: "consent records";
}, {
    readonly id: "P3.1";
    readonly category: "privacy";
    readonly series: "P3 collection";
    readonly title: "Collection limited to purpose";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "data inventory with purpose per element";
    readonly documents: "ROPA, DPIA";
    readonly elsewhere: "actual collection";
}, {
    readonly id: "P3.2";
    readonly category: "privacy";
    readonly series: "P3 collection";
    readonly title: "Explicit consent where required";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "explicit-consent procedure with consequences of refusal";
    readonly documents: "Explicit consent procedure";
    readonly elsewhere: "consent evidence";
}, {
    readonly id: "P4.1";
    readonly category: "privacy";
    readonly series: "P4 use, retention, disposal";
    readonly title: "Use limited to stated purposes";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "purpose limitation section; ROPA";
    readonly documents: "Privacy policy, ROPA";
    readonly elsewhere: "actual use";
}, {
    readonly id: "P4.2";
    readonly category: "privacy";
    readonly series: "P4 use, retention, disposal";
    readonly title: "Kept only as long as needed";
    readonly route: "automated";
    readonly reach: "partial";
    readonly shows: "TTL/lifecycle/log retention in IaC compared with the retention schedule";
    readonly documents: "Retention schedule";
    readonly elsewhere: "deletion runs";
}, {
    readonly id: "P4.3";
    readonly category: "privacy";
    readonly series: "P4 use, retention, disposal";
    readonly title: "Personal data securely destroyed";
    readonly route: "automated";
    readonly reach: "weak";
    readonly shows: "expiry rules, crypto-erase/KMS deletion policy, deletion job definitions";
    readonly documents: "Disposal procedure";
    readonly elsewhere: "deletion evidence per request";
}, {
    readonly id: "P5.1";
    readonly category: "privacy";
    readonly series: "P5 access";
    readonly title: "People can see their data";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "data-subject request procedure with identity check and deadline";
    readonly documents: "DSAR procedure";
    readonly elsewhere: "requests handled";
}, {
    readonly id: "P5.2";
    readonly category: "privacy";
    readonly series: "P5 access";
    readonly title: "People can correct their data";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "correction procedure incl. telling third parties";
    readonly documents: "DSAR correction procedure";
    readonly elsewhere: "corrections made";
}, {
    readonly id: "P6.1";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Third-party disclosure with consent";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "subprocessor list file, disclosure policy";
    readonly documents: "Disclosure policy, subprocessor list";
    readonly elsewhere: "disclosures, consent";
}, {
    readonly id: "P6.2";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Record of authorised disclosures";
    readonly route: "outside";
    readonly reach: "none";
    readonly shows: "(pointer to a manual-evidence record)";
    readonly documents: "Disclosure log format";
    readonly elsewhere: "the log itself";
}, {
    readonly id: "P6.3";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Record of unauthorised disclosures";
    readonly route: "outside";
    readonly reach: "none";
    readonly shows: "(pointer; incident records with personal-data flag help)";
    readonly documents: "Breach log format";
    readonly elsewhere: "the log itself";
}, {
    readonly id: "P6.4";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Vendors commit to privacy, checked";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "vendor register has DPA date and review date";
    readonly documents: "DPA template, vendor register";
    readonly elsewhere: "signed DPAs, assessments";
}, {
    readonly id: "P6.5";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Vendors must report incidents";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "DPA/vendor policy has breach-notice clause and contact";
    readonly documents: "Vendor breach-notice clause";
    readonly elsewhere: "vendor notices";
}, {
    readonly id: "P6.6";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Breach notice to people and regulators";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "breach notification procedure with deadlines and contacts";
    readonly documents: "Breach notification procedure";
    readonly elsewhere: "notices sent";
}, {
    readonly id: "P6.7";
    readonly category: "privacy";
    readonly series: "P6 disclosure and notification";
    readonly title: "Accounting of held and shared data on request";
    readonly route: "outside";
    readonly reach: "none";
    readonly shows: "(pointer; data inventory helps)";
    readonly documents: "Accounting procedure";
    readonly elsewhere: "answers given";
}, {
    readonly id: "P7.1";
    readonly category: "privacy";
    readonly series: "P7 quality";
    readonly title: "Personal data accurate and relevant";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "data quality section/procedure";
    readonly documents: "Data quality procedure";
    readonly elsewhere: "data state";
}, {
    readonly id: "P8.1";
    readonly category: "privacy";
    readonly series: "P8 monitoring and enforcement";
    readonly title: "Complaints handled, privacy practice checked";
    readonly route: "document";
    readonly reach: "document";
    readonly shows: "complaint channel and procedure; privacy review record dated";
    readonly documents: "Complaint procedure, privacy review";
    readonly elsewhere: "complaints handled";
}];
export type CriterionId = (typeof criteria)[number]['id'];
export declare const criterion: (id: CriterionId) => Criterion;
export declare const isCriterionId: (id: string) => id is CriterionId;
