import { style as shared } from '../../html/style.ts';

// `print` of the shared style names its colours anew, so these follow.
export const style = `${shared.trimEnd()}
.time-fail{fill:var(--gap)}
.time-accepted{fill:var(--accepted)}
.time-unknown{fill:var(--undetermined)}
.time-pass{fill:var(--evidence)}
.time-absent{fill:var(--soft)}
.tick{stroke:var(--soft);stroke-width:1;vector-effect:non-scaling-stroke}
.strip{display:block;width:100%;min-width:14rem;height:1.75rem}
.piece{width:1.3rem;height:1.5rem;vertical-align:-.3em}
.times{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:1.2rem 0}
.times dt{color:var(--ink);font-size:.9rem}
td.wide{width:45%}
.state-deviation{--tone:var(--gap)}
.state-no-deviation{--tone:var(--evidence)}
.state-no-occurrence{--tone:var(--soft)}
section>p,.plain-list li,caption{overflow-wrap:anywhere}
.reasons-of li{max-width:88ch;padding:.15rem 0}
@media print{.strip{min-width:0}}
`;
