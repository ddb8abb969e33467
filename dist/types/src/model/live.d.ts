/** What one request to a forge's API came to. A refusal is no absence: what it would have told is unknown. */
export interface LiveAnswer {
    /** `GET /repos/acme/cloud/rules/branches/main`. */
    request: string;
    /** The permission that the request needs. */
    needs: string;
    body?: unknown;
    /** Why there is no body: the forge's own word. */
    refused?: string;
}
/** What a forge said of the scanned repository, asked while it was scanned. */
export interface LiveFacts {
    /** Which API: `https://api.github.com`. */
    api: string;
    repository: LiveAnswer;
    /** Absent where the repository's answer is, and so is what is asked by its name. */
    defaultBranch?: string;
    branch?: LiveAnswer;
    rules?: LiveAnswer;
    protection?: LiveAnswer;
    listedRulesets?: LiveAnswer;
    /** Each ruleset by itself, as the list of them lacks who may go around it. */
    rulesets: readonly LiveAnswer[];
    environments: LiveAnswer;
    /** Which branches may deploy, by the environment that names them. */
    deploymentBranches: {
        readonly [environment: string]: LiveAnswer;
    };
    privateReporting: LiveAnswer;
    codeownersErrors: LiveAnswer;
    alerts: LiveAnswer;
    actions: LiveAnswer;
    workflowPermissions: LiveAnswer;
    organization?: LiveAnswer;
}
