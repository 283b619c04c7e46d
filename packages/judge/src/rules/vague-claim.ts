import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'vague-claim',
  gravity: 10,
  absence: false,
  about: '“{quote}” claims a result that nobody could check.',
  better: 'Give the number before and after, over what period, against what, and who noticed.',
  cues: [
    {
      name: 'better',
      phrases: [
        'much|lot|far|way|considerably|significantly|noticeably|visibly|dramatically|substantially|really|even|clearly {better|faster|smoother|happier|stronger|more|improved|reliable|mature|higher|fewer|less}',
        'improved|improve|improves|increased|reduced|raised|boosted|enhanced|strengthened',
        'got|get|became|was|is|were|seemed|looked|went|comes|worked|works|performed|ran {a lot|much|so|very|really|out|quite}? {better|happy|happier|fine|well|good|great|strong|successful|smoother|smoothly|positive|reliable|down|nicely|amazing}',
        'it|that|this {worked|helped|paid off}',
        'made|makes a {huge|big|real|really big|great|massive|significant}? difference',
      ],
    },
    {
      name: 'praise',
      phrases: [
        'results|numbers|feedback|metrics|outcome|impact|reception were|was {very|really|extremely|quite|pretty|super}? {good|great|strong|positive|excellent|amazing|impressive|promising|fantastic}',
        'good|great|strong|positive|excellent|impressive|significant|real|very good {results|result|feedback|impact|outcome|outcomes|numbers|reception}',
        'high impact|impactful',
        'success|successful|successfully',
        'well received',
        'everyone|everybody|manager|stakeholders|customers|teachers|users|boss|leadership|they {was|were|are} {very|really|super|all|so|extremely}? {happy|delighted|pleased|thrilled|satisfied|impressed}',
        'value for the',
        'right outcome',
        'good place',
        'key voice|player|role|contributor',
        'took it to the next level',
        'transformed',
        'culture',
        'best practice*',
        'trust was|were',
      ],
    },
    {
      name: 'scale',
      phrases: [
        'significant|significantly|considerable|considerably|huge|hugely|massive|massively|dramatic|dramatically|substantial|tremendous|large scale|mission critical|many|various|several|a number of|numerous',
      ],
    },
    {
      name: 'unmeasured',
      phrases: [
        'did not have a number',
        'no number',
        'stopped complaining',
        'complained less',
        'fewer complaints|tickets',
        'i think it was',
        'i took that as',
        'seemed',
      ],
    },
  ],
  structure: (reading, before) => {
    const checkable = reading.numbers > 0;
    const boast = reading.moves.has('vaguePraise') || reading.moves.has('virtue');
    return [
      ...(boast && !checkable ? ['boast'] : []),
      ...(boast && !checkable && !(before !== null && before.numbers > 0) ? ['boast-unbacked'] : []),
      ...(checkable ? ['checkable'] : []),
    ];
  },
  whole: (answer) => [answer.numbers === 0 ? 'no-numbers' : answer.numbers === 1 ? 'one-number' : 'numbers'],
  fires: [
    {
      kind: 'story-data',
      text: 'We cleaned up the pipeline and added checks. After that the quality improved significantly and the stakeholders were very happy with the results.',
    },
    {
      kind: 'transition',
      text: 'I drove several high-impact initiatives on a large-scale platform, and my work made a huge difference to the business.',
    },
    {
      kind: 'story-rollout',
      text: 'so we relaunched it with more care and this time it went much better everybody was pleased and it was a big success for the team',
    },
    {
      kind: 'story-metric',
      text: 'In the end our measurement culture became noticeably more mature, and decisions improved considerably across the organisation.',
    },
    {
      kind: 'design-prediction',
      text: 'I have used this approach in my last company and it worked really well, the impact on the customers was extremely positive.',
    },
    {
      kind: 'story-data',
      text: 'After my fix the predictions got a lot better. The managers gave good feedback and I was recognised for it.',
    },
    {
      kind: 'comp',
      text: 'I bring a deep level of experience, a strong record of delivery and a real impact wherever I have worked.',
    },
  ],
  silent: [
    {
      kind: 'story-data',
      text: 'After the fix, wrong refunds fell from 140 a week to 12, counted by finance and not by us, over the two months that followed.',
    },
    {
      kind: 'story-rollout',
      text: 'It got better, but I cannot say that it was us: the slow partner left in the same week, so I claim nothing.',
    },
    {
      kind: 'story-metric',
      text: 'Clicks improved by four percent and returns by nine. I stopped the rollout, because a returned coat costs us eleven euros.',
    },
    {
      kind: 'transition',
      text: 'I took the p99 of the scoring service from 900 to 140 milliseconds by dropping two features, which cost half a point of recall.',
    },
    {
      kind: 'probe',
      text: 'A number that improves a lot in one night is a leak until shown otherwise. I would drop the new features one by one and see which one carries it.',
    },
    {
      kind: 'story-metric',
      text: 'Everyone was happy with the dashboard. That was the problem: it counted opened tickets, and agents had learnt to merge them.',
    },
    {
      kind: 'design-ranking',
      text: 'I would call it better only if purchases net of returns rise by one percent in four weeks, with the old ranker on half of the traffic.',
    },
  ],
};
export default rule;
