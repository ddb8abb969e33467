import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
var speaksToLinters=text=>/soc2-lint:|checkov:skip|bridgecrew:skip|cortex:skip|tfsec:ignore|trivy:ignore|kics-scan|zizmor:\s*ignore|hadolint\s+(?:global\s+)?ignore/.test(text);export{speaksToLinters};
