import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'borrowed-we',
  gravity: 12,
  absence: false,
  about: '“{quote}” hides who decided: one cannot tell what was yours.',
  better: 'Say which decision was yours, what you would have done alone, and what it cost.',
  cues: [
    {
      name: 'passive',
      phrases: [
        'it was {then|finally|also|therefore}? {decided|agreed|felt|chosen|concluded|settled|determined|thought|proposed}',
        'it {usually|then|finally}? gets|got decided|agreed',
        'was|were decided|agreed {so|by|to|that|on}',
        'a decision was {made|taken}',
        'decision|consensus {by|of|in|from} {the|our}? {team|group|everyone|all}',
      ],
    },
    {
      name: 'team',
      phrases: [
        'the|our {team|group|squad|department} {decided|chose|agreed|discussed|built|made|moved|had|felt|looked|let|went|took|wanted|shipped|runs|carried|owned|did}',
        'we {all|then|finally|together|therefore}? {decided|chose|agreed|discussed|built|delivered|landed|felt|concluded|settled|aligned|moved|shipped|rolled|switched|launched}',
        'together we',
        'all of us',
        'as a team|group',
        'among us',
        'more the group',
        'where we all landed',
        'worked out together',
        'we talked|sat',
      ],
    },
    {
      name: 'part',
      phrases: ['i helped|supported|contributed|participated|was involved|was part', 'i was {part of|involved}'],
    },
    {
      name: 'own',
      phrases: [
        'i decided|chose|wrote|built|owned|proposed|pushed|argued|measured|insisted|refused|found|fixed|ran|added|changed|picked|set|designed',
        'my {decision|call|part|job|change|code|mistake|idea|fault|proposal}',
        'mine was',
        'was mine',
      ],
    },
  ],
  structure: (reading) => {
    const we = reading.words.filter((word) => word.norm === 'we' || word.norm === 'our' || word.norm === 'us').length;
    const i = reading.words.filter((word) => word.norm === 'i' || word.norm === 'my').length;
    return [
      `we${Math.min(3, we)}`,
      ...(we > 0 && i === 0 ? ['we-only'] : []),
      ...(we > 0 && i > 0 ? ['we-and-i'] : []),
    ];
  },
  whole: (answer) => {
    const share = answer.we / Math.max(1, answer.we + answer.i);
    return [
      `we-share${Math.floor(share * 5)}`,
      answer.we >= 4 ? 'many-we' : 'few-we',
      answer.topics.has('own') ? 'own' : 'no-own',
      ...(share > 0.7 && answer.we >= 3 && !answer.topics.has('own') ? ['we-story'] : []),
    ];
  },
  fires: [
    {
      kind: 'story-rollout',
      text: 'We launched the new pricing service in spring and the error rate went up. The team looked at the graphs and it was decided to go back. We then discussed what to do, and together we agreed on a slower rollout. In the end we shipped it in June.',
    },
    {
      kind: 'transition',
      text: 'In our group we moved the scoring from batch to real time. We saw that the features were late, so the team agreed on a cache. After that we took over monitoring as well, and we have been running it since.',
    },
    {
      kind: 'story-data',
      text: 'we had a problem with the labels we found that half of them were wrong the team discussed it and we decided to relabel and then we trained again and we fixed the report',
    },
    {
      kind: 'story-metric',
      text: 'The metric had gone up and sales had not. It was felt in the team that clicks were the wrong target. A decision was taken to move to purchases, and we all aligned on that.',
    },
    {
      kind: 'comp',
      text: 'Today our team runs four services and we do the on-call for all of them. We set the thresholds together, so we are looking at a senior level.',
    },
    {
      kind: 'design-prediction',
      text: 'In our bank we built this two years ago. We used chargebacks as labels, we agreed to let through one percent, and it was decided by everybody that precision should lead. We saw good numbers with it.',
    },
    {
      kind: 'transition',
      text: 'Our squad delivered the whole search migration. I was part of it and helped the team where I could. We chose the index, we tuned it, and we got it over the line together.',
    },
  ],
  silent: [
    {
      kind: 'story-rollout',
      text: 'We launched on a Tuesday. By noon refunds had doubled, and I decided to roll back, against the product manager, because the alarm I had set said 2 percent and we were at 5. It cost us the campaign.',
    },
    {
      kind: 'transition',
      text: 'The team built the model; I built the serving. My part was the cache and the decision to serve stale scores for ten minutes rather than fail, which cost us some accuracy on new users.',
    },
    {
      kind: 'story-data',
      text: 'We all looked at the same dashboard. I was the one who pulled fifty rows by hand and found that cancelled orders were counted as delivered.',
    },
    {
      kind: 'comp',
      text: 'I own two of the five services and the on-call for all of them every third week. The models are not mine.',
    },
    {
      kind: 'design-prediction',
      text: 'I would label with chargebacks at sixty days and hold out the last month. We would then let one percent of blocked payments through to see what we lose.',
    },
    {
      kind: 'story-metric',
      text: 'We were paid on clicks. I argued that returns should be subtracted, lost the first meeting, came back with the numbers of one region and won the second.',
    },
  ],
};
export default rule;
