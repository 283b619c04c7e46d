import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'passion',
  gravity: 13,
  absence: false,
  about: '“{quote}” is a feeling, and a feeling is no evidence that you can do the work.',
  better: 'Name the problem at work that pulled you towards models, and what you did about it.',
  cues: [
    {
      name: 'feeling',
      phrases: [
        'i am|was {so|very|really|super|truly|deeply|always|just|genuinely|incredibly}? {so|very|really|deeply|super}? passionate|excited|fascinated|obsessed|hooked|thrilled|captivated|enthusiastic',
        'i {have|had} {always|long|honestly|really|just}? been passionate|excited|fascinated|obsessed|hooked|drawn|interested|in love',
        'i {really|just|honestly|absolutely|truly|so}? love|loved|adore {ai|ml|machine|this|the|it|deep|data|models|learning|every|all|how|working}',
        'my passion|dream|obsession',
        'passion|passionate {for|about}',
        'so|super|very|really|most excited|exciting|fascinating',
      ],
    },
    {
      name: 'spark',
      phrases: [
        'blew my mind',
        'could not {sleep|stop|put}',
        'fell in love',
        'mind blown',
        'life changing|changed my life',
        'magical|magic|beautiful|amazing|incredible',
        'dream job|come true',
        'ever since i|chatgpt|alphago',
        'since i was|saw|built|watched',
        'know|known this is what i want',
        'rest of my life',
        'calling',
        'the future|revolution',
      ],
    },
    {
      name: 'evidence',
      phrases: [
        'i own|owned|built|wrote|ran|measured|decided|fixed|shipped|traced|maintain*',
        'at work',
        'on call',
        'my team|service|job',
      ],
    },
  ],
  fires: [
    {
      kind: 'why-mle',
      text: 'Honestly, I have been fascinated by artificial intelligence since I was a teenager, and I cannot imagine doing anything else. It is just the most exciting field there is.',
    },
    {
      kind: 'transition',
      text: 'I watched a talk about neural nets two years ago and it blew my mind. From that day I knew this was my calling, and I have been obsessed ever since.',
    },
    {
      kind: 'why-mle',
      text: 'so i am super passionate about ai i read papers every night i love how these models think and i want to be part of the revolution',
    },
    {
      kind: 'comp',
      text: 'The money is secondary. Machine learning is my dream, I would be thrilled just to be in the room.',
    },
    {
      kind: 'probe',
      text: 'Oh, I love this question! Drift is such a fascinating topic, I could talk about it for hours.',
    },
    {
      kind: 'why-mle',
      text: 'I am very excited about the possibilities of machine learning and always had a big passion for intelligent systems.',
    },
    {
      kind: 'transition',
      text: 'When I first trained a network and saw it recognise my dog I could not sleep. It was magical. That is why I am here.',
    },
  ],
  silent: [
    {
      kind: 'why-mle',
      text: 'For three years my pager went off because of scores from a model that nobody on my side could inspect. I built the replay tool for it, and I want to own the part that breaks.',
    },
    {
      kind: 'why-mle',
      text: 'People say they are passionate about AI. I am not here for that: I maintain a ranking service, and half of its incidents come from the data it was trained on.',
    },
    {
      kind: 'transition',
      text: 'I owned the billing pipeline for four years. The forecast that fed it was wrong every December, so I took over its inputs and then its evaluation.',
    },
    {
      kind: 'comp',
      text: 'I would expect the middle of the band for someone who owns a service and its on-call, and has not owned training.',
    },
    {
      kind: 'probe',
      text: 'The exciting result was the suspicious one. An AUC of 0.97 made me look for a feature written after the label.',
    },
    {
      kind: 'why-mle',
      text: 'I do not love notebooks. I moved because the decision that mattered in our refunds product was a threshold, and I was the one who set it and paid for it.',
    },
  ],
};
export default rule;
