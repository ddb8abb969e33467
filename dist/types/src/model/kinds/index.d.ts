import type { TraitValues } from '../kind.js';
export declare const kinds: {
    readonly acceptance: import("../kind.js").Kind<"acceptance", {
        acceptedUntil: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        approvedByOwner: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        matchesFinding: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'access-grant': import("../kind.js").Kind<"access-grant", {
        administers: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        writesEverything: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        basicRole: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toEveryone: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        actsAsOthers: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toSinglePerson: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'action-reference': import("../kind.js").Kind<"action-reference", {
        reference: import("../kind.js").Trait<string>;
        pinned: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        meant: import("../kind.js").Trait<import("../fact.js").NotApplicable | import("../fact.js").Fact<string | undefined>>;
        abandoned: import("../kind.js").Trait<boolean | undefined>;
        isImage: import("../kind.js").Trait<boolean>;
    }>;
    readonly alarm: import("../kind.js").Kind<"alarm", {
        reachesSomeone: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'api-entry': import("../kind.js").Kind<"api-entry", {
        asksWhoCalls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'audit-log': import("../kind.js").Kind<"audit-log", {
        running: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        watchedLive: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        everyRegion: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        tamperEvident: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        withoutGaps: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'backup-vault': import("../kind.js").Kind<"backup-vault", {
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deletionProtected: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'branch-rule-statement': import("../kind.js").Kind<"branch-rule-statement", {
        enforced: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        missingParts: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        weakened: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
    }>;
    readonly 'branch-rules': import("../kind.js").Kind<"branch-rules", {
        branch: import("../kind.js").Trait<string>;
        thisRepository: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        pullRequestRequired: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        approvals: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        staleApprovalsDismissed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        lastPushApproved: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        codeOwnersApprove: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        conversationsResolved: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        requiredChecks: import("../kind.js").Trait<import("../fact.js").FactList<import("./branch-rules.js").RequiredCheck>>;
        upToDate: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        bypasses: import("../kind.js").Trait<import("../fact.js").FactList<import("./branch-rules.js").Bypass>>;
        forcePushBlocked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deletionBlocked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        commitsSigned: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        historyLinear: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        scansRequired: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        notHeld: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        contradictions: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
    }>;
    readonly 'build-project': import("../kind.js").Kind<"build-project", {
        buildsPrivileged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        logged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        outputsEncrypted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly certificate: import("../kind.js").Kind<"certificate", {
        replacedBeforeRemoval: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publiclyListed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cloud-account': import("../kind.js").Kind<"cloud-account", {
        hasAuditLog: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasThreatDetection: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasSecurityChecks: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasAccessChecks: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasAlarms: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-control-plane': import("../kind.js").Kind<"cluster-control-plane", {
        guards: import("../kind.js").Trait<import("./cluster-control-plane.js").Guards>;
    }>;
    readonly 'cluster-data': import("../kind.js").Kind<"cluster-data", {
        lastingToken: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-entry': import("../kind.js").Kind<"cluster-entry", {
        offersTls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        foreignAddresses: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        machinePorts: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openDataPorts: import("../kind.js").Trait<import("../fact.js").FactList<import("./shared.js").OfferedPort>>;
        rawSettings: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-namespace': import("../kind.js").Kind<"cluster-namespace", {
        podStandard: import("../kind.js").Trait<import("../fact.js").Fact<"privileged" | "baseline" | "restricted">>;
        trafficLimited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-nodes': import("../kind.js").Kind<"cluster-nodes", {
        runsAsDefault: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        startVerified: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        credentialsHidden: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        upgraded: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        repaired: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-role-binding': import("../kind.js").Kind<"cluster-role-binding", {
        givenPowers: import("../kind.js").Trait<import("../fact.js").NotApplicable | import("./cluster-role.js").Powers>;
        grantsAll: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toStrangers: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toDefaultAccount: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'cluster-role': import("../kind.js").Kind<"cluster-role", {
        powers: import("../kind.js").Trait<import("./cluster-role.js").Powers>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'code-owners': import("../kind.js").Kind<"code-owners", {
        file: import("../kind.js").Trait<string>;
        effectiveFile: import("../kind.js").Trait<string | undefined>;
        invalidLines: import("../kind.js").Trait<readonly {
            message: string;
            at: import("../place.js").FilePlace;
        }[]>;
        tooLarge: import("../kind.js").Trait<boolean>;
        entries: import("../kind.js").Trait<readonly import("./code-owners.js").OwnersEntry[]>;
        ownersOf: import("../kind.js").Trait<(path: string) => import("./code-owners.js").Ownership>;
    }>;
    readonly 'compute-instance': import("../kind.js").Kind<"compute-instance", {
        metadataNeedsToken: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasPublicAddress: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        measuredClosely: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        passwordLogin: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        sharedKeysSignIn: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        centralLogin: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        startVerified: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        serialConsole: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        forwardsPackets: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        takesUpdates: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        runsAsDefault: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        mayUseEveryApi: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'configuration-record': import("../kind.js").Kind<"configuration-record", {
        started: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        globalTypes: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        collectsEveryRegion: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        everyType: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'container-image': import("../kind.js").Kind<"container-image", {
        startsAsRoot: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        movingBases: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        uncheckedConnections: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        uncheckedPackages: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        remoteFiles: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        opensSsh: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        usesSudo: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        setsPasswords: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        healthChecked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretArguments: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        keyFiles: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        openPackages: import("../kind.js").Trait<import("../fact.js").FactList<import("./container-image.js").Written>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'container-task': import("../kind.js").Kind<"container-task", {
        privileged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        rootReadOnly: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasPublicAddress: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        measuredClosely: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        filesEncryptedOnWay: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'contribution-guide': import("../kind.js").Kind<"contribution-guide", {
        promised: import("../kind.js").Trait<readonly import("./contribution-guide.js").Promised[]>;
    }>;
    readonly database: import("../kind.js").Kind<"database", {
        acceptsIdentities: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openToWholeCloud: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        planCopiesElsewhere: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        backupsElsewhere: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedBetweenNodes: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        signInRequired: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        accessAudited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        recordsKeptDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        weaknessesLookedFor: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        upgradesItself: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        cacheSnapshotDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        activityLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publiclyReachable: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        sharedKeysAccepted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        connectionsLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        disconnectionsLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        requiresTls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        minimumTlsVersion: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        backupDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        pointInTimeRecovery: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        spreadOverZones: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deletionProtected: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'default-network': import("../kind.js").Kind<"default-network", {
        comesWithTheAccount: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        admitsByDefault: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'dependency-manifest': import("../kind.js").Kind<"dependency-manifest", {
        ecosystem: import("../kind.js").Trait<string>;
        folder: import("../kind.js").Trait<string>;
        hasLockfile: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        movingSources: import("../kind.js").Trait<readonly {
            what: string;
            at: import("../place.js").FilePlace;
        }[]>;
        lockfiles: import("../kind.js").Trait<readonly string[]>;
    }>;
    readonly 'dependency-review': import("../kind.js").Kind<"dependency-review", {
        refuses: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        looksForVulnerabilities: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        looksAtLicences: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'dependency-updates': import("../kind.js").Kind<"dependency-updates", {
        bot: import("../kind.js").Trait<string>;
        effective: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        looksAfter: import("../kind.js").Trait<(ecosystem: string, folder: string) => import("../fact.js").Fact<boolean> | import("../fact.js").NotApplicable>;
        intervalDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        waitingDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        runsManifestCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        securityUpdatesOff: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        mergesByItself: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'deploy-key': import("../kind.js").Kind<"deploy-key", {
        readOnly: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'deployment-environment': import("../kind.js").Kind<"deployment-environment", {
        environmentName: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        thisRepository: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        notHeld: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        reviewed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        limitedToBranches: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        selfReviewPrevented: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly disk: import("../kind.js").Kind<"disk", {
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        encryptedOnHost: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inBackupPlan: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'dns-zone': import("../kind.js").Kind<"dns-zone", {
        queriesLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        soundSignatures: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        answersSigned: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly duty: import("../kind.js").Kind<"duty", {
        duty: import("../kind.js").Trait<"notice" | "choices" | "limited-collection" | "explicit-consent" | "limited-use" | "end-of-use" | "access" | "identity-of-who-asks" | "correction" | "disclosure" | "vendor-commitments" | "vendor-incidents" | "accuracy" | "complaints" | "specification" | "input" | "errors" | "output" | "storage">;
        saidIn: import("../kind.js").Trait<string | undefined>;
        owedBy: import("../kind.js").Trait<string>;
    }>;
    readonly 'encryption-key': import("../kind.js").Kind<"encryption-key", {
        rotationDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        destroyPrevented: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        daysUntilDestroyed: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        usable: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        policyStated: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        expires: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'file-share': import("../kind.js").Kind<"file-share", {
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inBackupPlan: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly firewall: import("../kind.js").Kind<"firewall", {
        decisionsLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'hosted-app': import("../kind.js").Kind<"hosted-app", {
        remoteDebugging: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        plainFileTransfer: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        everySiteTrusted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        errorsKept: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        failuresTraced: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasIdentity: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'hosted-repository': import("../kind.js").Kind<"hosted-repository", {
        archived: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        public: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        vulnerabilityAlerts: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretScanning: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        pushProtection: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasBranchRules: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'identity-policy': import("../kind.js").Kind<"identity-policy", {
        grantsEverything: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        passesEveryRole: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        raisesOwnRights: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        grantsEveryAction: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        handsOutCredentials: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        readsEverything: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toSinglePerson: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'identity-pool': import("../kind.js").Kind<"identity-pool", {
        secondFactorRequired: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secondFactorPossible: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        guestsAdmitted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly identity: import("../kind.js").Kind<"identity", {
        hasLastingKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        keptInAccount: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        isRootKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hasOwnPassword: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'image-repository': import("../kind.js").Kind<"image-repository", {
        tagsFixed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        scannedOnPush: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        heldUntilChecked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        sharedKeysAccepted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'kept-elsewhere': import("../kind.js").Kind<"kept-elsewhere", {
        described: import("../kind.js").Trait<"oversight-body" | "disclosure-log" | "breach-log" | "disclosure-account">;
        placeSaidAt: import("../kind.js").Trait<import("../place.js").FilePlace | undefined>;
    }>;
    readonly 'kubernetes-cluster': import("../kind.js").Kind<"kubernetes-cluster", {
        endpointOpen: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        auditLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        rolesEnforced: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        nodesReachable: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        nodesVerified: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        logsSent: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        measured: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        takesReleases: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        imagesChecked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        networkPolicies: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        supportedUntil: import("../kind.js").Trait<import("../fact.js").Fact<{
            day: string;
            final: boolean;
        }>>;
        localAccounts: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'local-action': import("../kind.js").Kind<"local-action", {
        untrustedInScripts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        inputsInScripts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        pipedScripts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        alwaysTrueConditions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        substringConditions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        openVersions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        hiddenMeaning: import("../kind.js").Trait<import("../fact.js").NotApplicable | readonly import("./workflow-job.js").Finding[]>;
        looseInstalls: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        latestTools: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        publishTokens: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
    }>;
    readonly 'log-group': import("../kind.js").Kind<"log-group", {
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        locked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        keptDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
    }>;
    readonly 'machine-group': import("../kind.js").Kind<"machine-group", {
        replacesUnhealthy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        spreadOverZones: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'manual-evidence': import("../kind.js").Kind<"manual-evidence", {
        nextDue: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
    }>;
    readonly 'message-queue': import("../kind.js").Kind<"message-queue", {
        activityLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        grantsEveryAction: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publiclyReachable: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        sharedKeysAccepted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        requiresTls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        minimumTlsVersion: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
    }>;
    readonly 'network-acl': import("../kind.js").Kind<"network-acl", {
        admitsFromInternet: import("../kind.js").Trait<import("../fact.js").FactList<import("./network-rule.js").OpenPorts>>;
    }>;
    readonly 'network-hub': import("../kind.js").Kind<"network-hub", {
        joinsUnasked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'network-rule': import("../kind.js").Kind<"network-rule", {
        openToInternet: import("../kind.js").Trait<import("../fact.js").FactList<import("./network-rule.js").OpenPorts>>;
        explained: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openFromInside: import("../kind.js").Trait<import("../fact.js").FactList<import("./network-rule.js").OpenPorts>>;
    }>;
    readonly network: import("../kind.js").Kind<"network", {
        givesPublicAddresses: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        defaultGroupEmpty: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        guarded: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        recordsKeptDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        flowLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly notebook: import("../kind.js").Kind<"notebook", {
        directInternet: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        usersAreRoot: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'object-storage': import("../kind.js").Kind<"object-storage", {
        publicByAcl: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicAclsBlocked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicPoliciesBlocked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicAclsIgnored: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicPoliciesRestricted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        sharedKeysAccepted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        accessByAclPossible: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        objectsExpire: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        objectsDeletedAfterDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        versionsDeletedAfterDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        region: import("../kind.js").Trait<import("../fact.js").Fact<import("../geography.js").Region>>;
        objectsLocked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        requiresTls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        minimumTlsVersion: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        versioned: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        accessLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        replicated: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deletionProtected: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'organization-settings': import("../kind.js").Kind<"organization-settings", {
        secondFactorRequired: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        basePermission: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        membersCreatePublic: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'outside-services': import("../kind.js").Kind<"outside-services", {
        namedInCode: import("../kind.js").Trait<readonly import("./outside-services.js").OutsideService[]>;
    }>;
    readonly 'package-installs': import("../kind.js").Kind<"package-installs", {
        manager: import("../kind.js").Trait<string>;
        anyScriptRuns: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        newestAfterDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        foreignSourcesAllowed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        checksumsIgnored: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        unverified: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
    }>;
    readonly 'package-source': import("../kind.js").Kind<"package-source", {
        registries: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        certificatesChecked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        mixedWithPublic: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        writtenCredentials: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
    }>;
    readonly 'password-policy': import("../kind.js").Kind<"password-policy", {
        minimumLength: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        asksForLowerCase: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        asksForUpperCase: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        asksForDigits: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        asksForSymbols: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        validDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        remembered: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
    }>;
    readonly 'pipeline-permissions': import("../kind.js").Kind<"pipeline-permissions", {
        defaultTokenReadOnly: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        mayApprove: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        actionsLimited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'pipeline-secret': import("../kind.js").Kind<"pipeline-secret", {
        plaintext: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
    }>;
    readonly 'pod-policy': import("../kind.js").Kind<"pod-policy", {
        allowsPrivileged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsHostProcesses: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsHostMemory: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsHostNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsEscalation: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsRoot: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        dropsPacketForging: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        dropsRights: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        allowsAddedRights: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        filtersCalls: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'policy-document': import("../kind.js").Kind<"policy-document", {
        policy: import("../kind.js").Trait<"processing-integrity" | "confidentiality" | "privacy" | "information-security" | "policy-management" | "code-of-conduct" | "roles" | "personnel" | "training" | "acceptable-use" | "risk" | "access-control" | "authentication" | "remote-access" | "encryption" | "classification" | "retention" | "change-management" | "development" | "vulnerabilities" | "logging" | "incident-response" | "continuity" | "backup" | "vendors" | "physical" | "assets" | "network" | "capacity" | "system-description" | undefined>;
        statements: import("../kind.js").Trait<readonly import("./policy-document.js").Statement[]>;
        owner: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        approver: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        author: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        draft: import("../kind.js").Trait<import("../fact.js").Fact<boolean | undefined>>;
        version: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        versionInHistory: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        reviewedOn: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        changedOn: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        nextReviewOn: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        reviewEveryDays: import("../kind.js").Trait<import("../fact.js").Fact<number | undefined>>;
        criteriaNamed: import("../kind.js").Trait<readonly import("./policy-document.js").Passage[]>;
        placeholders: import("../kind.js").Trait<readonly import("./policy-document.js").Passage[]>;
        links: import("../kind.js").Trait<readonly import("./policy-document.js").DocumentLink[]>;
        ratedBy: import("../kind.js").Trait<import("./policy-document.js").RatingScale | undefined>;
        contacts: import("../kind.js").Trait<readonly import("./policy-document.js").Contact[]>;
        paragraphs: import("../kind.js").Trait<readonly string[]>;
        text: import("../kind.js").Trait<string>;
    }>;
    readonly 'policy-set': import("../kind.js").Kind<"policy-set", {
        declaredAt: import("../kind.js").Trait<import("../place.js").FilePlace | undefined>;
        titles: import("../kind.js").Trait<readonly string[]>;
    }>;
    readonly policy: import("../kind.js").Kind<"policy", {
        statements: import("../kind.js").Trait<readonly import("./policy-document.js").Statement[]>;
        which: import("../kind.js").Trait<"processing-integrity" | "confidentiality" | "privacy" | "information-security" | "policy-management" | "code-of-conduct" | "roles" | "personnel" | "training" | "acceptable-use" | "risk" | "access-control" | "authentication" | "remote-access" | "encryption" | "classification" | "retention" | "change-management" | "development" | "vulnerabilities" | "logging" | "incident-response" | "continuity" | "backup" | "vendors" | "physical" | "assets" | "network" | "capacity" | "system-description">;
        texts: import("../kind.js").Trait<readonly import("./policy.js").PolicyText[]>;
        sections: import("../kind.js").Trait<readonly import("./policy.js").PolicySection[]>;
        expectedAt: import("../kind.js").Trait<import("../place.js").FilePlace | undefined>;
    }>;
    readonly record: import("../kind.js").Kind<"record", {
        recorded: import("../kind.js").Trait<"access-review" | "restore-test" | "risk-register" | "vendor-register" | "asset-inventory" | "incident-log" | "training-record" | "exception-log" | "training-plan" | "subprocessor-list" | "post-mortem">;
        written: import("../kind.js").Trait<readonly import("./record.js").RecordEntry[]>;
        lastEntryOn: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        gaps: import("../kind.js").Trait<readonly import("./policy-document.js").Passage[]>;
    }>;
    readonly register: import("../kind.js").Kind<"register", {
        registered: import("../kind.js").Trait<"access-review" | "restore-test" | "risk-register" | "vendor-register" | "asset-inventory" | "incident-log" | "training-record" | "exception-log" | "training-plan" | "subprocessor-list" | "post-mortem">;
        files: import("../kind.js").Trait<readonly string[]>;
        declaredHereAt: import("../kind.js").Trait<import("../place.js").FilePlace | undefined>;
        named: import("../kind.js").Trait<readonly import("./register.js").NamedRegister[]>;
    }>;
    readonly 'repository-access': import("../kind.js").Kind<"repository-access", {
        grantee: import("../kind.js").Trait<string>;
        mayWrite: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        toSinglePerson: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly repository: import("../kind.js").Kind<"repository", {
        paths: import("../kind.js").Trait<readonly string[]>;
        allLookedThrough: import("../kind.js").Trait<boolean>;
        hiddenCharacters: import("../kind.js").Trait<readonly {
            file: string;
            code: string;
            what: "direction" | "invisible";
            at: import("../place.js").FilePlace;
        }[]>;
        holds: import("../kind.js").Trait<ReadonlyMap<string, import("../place.js").FilePlace>>;
    }>;
    readonly 'scanner-exceptions': import("../kind.js").Kind<"scanner-exceptions", {
        scanner: import("../kind.js").Trait<string>;
        besideCode: import("../kind.js").Trait<boolean>;
        passedOver: import("../kind.js").Trait<readonly import("./scanner-exceptions.js").ScannerException[]>;
    }>;
    readonly 'secret-store': import("../kind.js").Kind<"secret-store", {
        rotated: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        rotatedEveryDays: import("../kind.js").Trait<import("../fact.js").Fact<number>>;
        accessLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        expires: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publicByPolicy: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deletionProtected: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'security-policy': import("../kind.js").Kind<"security-policy", {
        contact: import("../kind.js").Trait<import("../place.js").FilePlace | undefined>;
        privateReporting: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        timeline: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'serverless-function': import("../kind.js").Kind<"serverless-function", {
        codeSigned: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        failuresKept: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        runsLimited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        insideNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        supportedUntil: import("../kind.js").Trait<import("../fact.js").Fact<{
            day: string;
            final: boolean;
        }>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        publiclyReachable: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'service-account': import("../kind.js").Kind<"service-account", {
        isDefault: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        tokenMounted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'service-permission': import("../kind.js").Kind<"service-permission", {
        boundToSource: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly snapshot: import("../kind.js").Kind<"snapshot", {
        sharedWithEveryone: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedAtRest: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedWithOwnKey: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'tag-rules': import("../kind.js").Kind<"tag-rules", {
        tags: import("../kind.js").Trait<string>;
        tagsInForce: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        tagsStay: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        tagsKept: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'threat-detection': import("../kind.js").Kind<"threat-detection", {
        watchesNewAccounts: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        leavesSignsOut: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        watching: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'traffic-entry': import("../kind.js").Kind<"traffic-entry", {
        encryptedOnEntry: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        filtered: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        dropsInvalidHeaders: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        usesEveryZone: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        encryptedBehind: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        weakCiphersAccepted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        minimumTlsVersion: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        deletionProtected: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        cacheEncrypted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        accessLogged: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'trust-policy': import("../kind.js").Kind<"trust-policy", {
        trustsEveryone: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trustsWholeAccounts: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trustsForeignPipelines: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trustsEveryRepository: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trustsEveryRef: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trustedPipelines: import("../kind.js").Trait<import("../fact.js").FactList<import("./trust-policy.js").TrustedPipelines>>;
        identityName: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
    }>;
    readonly webhook: import("../kind.js").Kind<"webhook", {
        url: import("../kind.js").Trait<import("../fact.js").Fact<string>>;
        certificateChecked: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        signed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
    readonly 'workflow-job': import("../kind.js").Kind<"workflow-job", {
        startedBy: import("../kind.js").Trait<readonly import("./workflow.js").TriggerFact[]>;
        checkNames: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        untrustedInScripts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        outsideCodeCheckedOut: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        inheritsSecrets: import("../kind.js").Trait<{
            by: string;
            calledAt: import("../place.js").FilePlace;
            at: import("../place.js").FilePlace;
        } | null>;
        secretsExposed: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        storedCloudKeys: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        federatedLogins: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        literalCredentials: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        selfHosted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        insecureCommands: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        keptCredentials: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        pipedScripts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        alwaysTrueConditions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        substringConditions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        openVersions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        hiddenMeaning: import("../kind.js").Trait<import("../fact.js").NotApplicable | readonly import("./workflow-job.js").Finding[]>;
        looseInstalls: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        latestTools: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        checkoutTokens: import("../kind.js").Trait<readonly (import("./workflow-job.js").Finding & {
            kept: boolean;
        })[]>;
        pushes: import("../kind.js").Trait<boolean>;
        idTokenUnused: import("../kind.js").Trait<import("../fact.js").NotApplicable | import("../fact.js").Fact<boolean>>;
        wideSecrets: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        movingCheckouts: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        secretsUsed: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        foreignFilesRun: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        merges: import("../kind.js").Trait<readonly (import("./workflow-job.js").Finding & {
            waits: boolean;
        })[]>;
        agentInputs: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        agentOutputs: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        unreadable: import("../kind.js").Trait<import("../fact.js").NotApplicable | readonly import("./workflow-job.js").Finding[]>;
        appTokens: import("../kind.js").Trait<readonly import("./workflow-job.js").AppToken[]>;
        spoofableConditions: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        environmentWrites: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        unmaskedSecrets: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        cachesInReleases: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        publishTokens: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[] | undefined>;
        endsInTime: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        deploys: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        environment: import("../kind.js").Trait<import("../fact.js").Fact<string | undefined>>;
        installs: import("../kind.js").Trait<readonly import("./workflow-job.js").Install[]>;
        scanners: import("../kind.js").Trait<readonly import("./workflow-job.js").Scanner[]>;
        tests: import("../kind.js").Trait<readonly import("./workflow-job.js").Finding[]>;
        neededJobs: import("../kind.js").Trait<readonly string[]>;
        signIns: import("../kind.js").Trait<readonly import("./workflow-job.js").SignIn[]>;
        decisions: import("../kind.js").Trait<readonly import("./workflow-job.js").Decision[]>;
    }>;
    readonly workflow: import("../kind.js").Kind<"workflow", {
        title: import("../kind.js").Trait<string | undefined>;
        triggers: import("../kind.js").Trait<readonly import("./workflow.js").TriggerFact[]>;
        takesNothingIn: import("../kind.js").Trait<boolean>;
        permissionsStated: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        unstatedJobs: import("../kind.js").Trait<readonly {
            name: string;
            at: import("../place.js").FilePlace;
        }[]>;
        broadPermissions: import("../kind.js").Trait<import("../fact.js").NotApplicable | readonly import("./workflow.js").Grant[]>;
    }>;
    readonly workload: import("../kind.js").Kind<"workload", {
        containers: import("../kind.js").Trait<import("../fact.js").FactList<import("./workload.js").Container>>;
        hostProcesses: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hostMemory: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hostNetwork: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        hostPaths: import("../kind.js").Trait<import("../fact.js").FactList<string>>;
        disruptionLimited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        disruptionAllowed: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        spreadOverMachines: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        trafficLimited: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        openDataPorts: import("../kind.js").Trait<import("../fact.js").FactList<import("./shared.js").OfferedPort>>;
        tokenMounted: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        inDefaultNamespace: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
        secretInCode: import("../kind.js").Trait<import("../fact.js").Fact<boolean>>;
    }>;
};
export type KindName = keyof typeof kinds;
export type TraitsOf<K extends KindName> = TraitValues<(typeof kinds)[K]>;
