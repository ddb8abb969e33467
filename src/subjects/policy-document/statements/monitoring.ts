import type { Reader } from './sentence.ts';

const alarms = '(?:alarms?|alerts?|alerting)';
const routed =
  '(?:pages?|paged|paging|notif(?:y|ies|ied)|sent|routed?|routes|reach(?:es)?|delivered|goes? to|forwarded|wakes?|calls?|raised (?:to|with)|escalated|go(?:es)? (?:straight |directly )?to|informs?|told|tells?)';
const someone =
  '(?:on-?call|engineers?|(?:security|operations|ops|platform|infrastructure|devops|sre|engineering|responsible|incident|response|support) team|team|staff|pagerduty|opsgenie|slack|pager|duty|sre|security officer|administrators?|responders?|channel)';
const routes = [
  new RegExp(`\\b${alarms}\\b[^.;]{0,80}\\b${routed}\\b[^.;]{0,60}\\b${someone}\\b`),
  new RegExp(
    `\\b${someone}\\b[^.;]{0,40}\\b(?:is|are|gets?|must be|shall be|will be) (?:\\w+ )?(?:paged|notified|alerted|called|informed|woken)\\b[^.;]{0,60}\\b(?:alarms?|alerts?)\\b`,
  ),
  new RegExp(`\\b(?:alarms?|alerts?)\\b[^.;]{0,40}\\b(?:page|paging)\\b`),
  new RegExp(
    `\\b(?:pages?|notif(?:y|ies)|paging)\\b[^.;]{0,40}\\b${someone}\\b[^.;]{0,40}\\b(?:when|if|as soon as|whenever)\\b[^.;]{0,40}\\balarms?\\b`,
  ),
];
// Alarms of buildings, and alerts that others get.
const otherAlarms =
  /\b(?:fire|smoke|burglar|doors?|building|physical|panic|intruder|customers?|clients?|weather|phishing|amber|e-?mail alerts?|advisor(?:y|ies)|vendor alerts?|cert alerts?|security alerts from)\b/;

const auditRecords =
  /\b(?:audit (?:logs?|logging|trails?)|cloudtrail|(?:cloud )?activity logs?|cloud audit logs?|management events|control[- ]plane (?:logs?|logging|calls|events|activity)|api (?:activity|calls))\b/;
const isOn =
  /\b(?:enabled|switched on|turned on|is on|are on|active|activated|recorded|records|logged|captured|captures|running|in use|covers?|collected|configured)\b/;
const all =
  /\b(?:all|every|each|any)\b[^.;]{0,40}\b(?:regions?|accounts?|environments?|projects?|subscriptions?|times|api calls|calls|actions|activity|changes)\b|\bat all times\b|\balways\b/;

export const monitoring: readonly Reader[] = [
  {
    topic: 'alarm-route',
    words: ['alarm', 'alert'],
    ours: true,
    read: ({ text }) => {
      if (otherAlarms.test(text) || /\b(?:not|never|no|n['’]t|may|reviewed|tuned|tested|list of)\b/.test(text))
        return undefined;
      const route = routes.map((pattern) => pattern.exec(text)).find((found) => found !== null);
      return route ? { value: 1, words: route[0] } : undefined;
    },
  },
  {
    topic: 'audit-logging',
    words: ['audit', 'trail', 'activity', 'management events', 'control'],
    ours: true,
    read: ({ text }) => {
      const records = auditRecords.exec(text);
      if (!records || !isOn.test(text) || !all.test(text)) return undefined;
      if (
        /\b(?:not|no|n['’]t|review\w*|retain\w*|kept for|request\w*|laptops?|devices?|offices?|applications? must|database audit)\b/.test(
          text.replace(/\b(?:no exceptions?|not (?:be )?(?:disabled|switched off|turned off))\b/g, ''),
        )
      )
        return undefined;
      return {
        value: 1,
        words: records[0],
        of: /\b(?:all|every|each) (?:\w+ ){0,2}regions?\b/.test(text) ? 'every-region' : '',
      };
    },
  },
];
