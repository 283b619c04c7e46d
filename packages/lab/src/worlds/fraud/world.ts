/** The fraud world: history is lived once by seed; each replay forks it at launch. */
import type { World, WorldSession } from '../session.ts';
import { DEFAULT_VOLUME, HISTORY_DAYS } from './config.ts';
import { fraudTable } from './dataset.ts';
import { FEATURES } from './features.ts';
import { INCIDENT_CARDS } from './incidents.ts';
import { createMotion, createSetting, liveHistory } from './motion.ts';
import { FraudSession } from './session.ts';

export const fraudWorld: World = {
  id: 'fraud',
  title: 'Card fraud',
  says: 'A payment service approves or declines card payments in shops on the web. Fraud is one payment in hundreds or thousands; its proof comes weeks late.',
  features: FEATURES,
  incidents: INCIDENT_CARDS,
  defaultVolume: DEFAULT_VOLUME,
  table: fraudTable,
  *generate(seed: number, volume: number): Generator<number, WorldSession, void> {
    const setting = createSetting(seed, volume);
    const motion = createMotion(setting, Math.ceil(volume * HISTORY_DAYS * 1.03));
    yield* liveHistory(motion, HISTORY_DAYS);
    return FraudSession.atLaunch(motion);
  },
};
