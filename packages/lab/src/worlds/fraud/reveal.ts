/** The truth of a life, for the ledger and the post-mortem. */
import type { WorldTruth } from './life.ts';
import { CAUSES } from './causes.ts';
import { ECONOMICS, KIND, KIND_NAMES } from './config.ts';
import { FEATURE_INDEX } from './features.ts';
import type { Store } from './store.ts';
import { LEAKS } from './truth.ts';
import type { Setting } from './motion.ts';

export function truthOf(setting: Setting, parts: readonly [history: Store, live: Store]): WorldTruth {
  const [history, live] = parts;
  return {
    incidents: setting.incidents,
    prevalence: setting.prevalence,
    frauds() {
      const out = new Uint8Array(history.rows + live.rows);
      for (let i = 0; i < history.rows; i++) out[i] = history.kind[i] === KIND.honest ? 0 : 1;
      for (let i = 0; i < live.rows; i++) out[history.rows + i] = live.kind[i] === KIND.honest ? 0 : 1;
      return out;
    },
    kindName(row) {
      return KIND_NAMES[row < history.rows ? history.kind[row]! : live.kind[row - history.rows]!]!;
    },
    leakOf(feature) {
      return LEAKS.get(FEATURE_INDEX.get(feature) ?? -1);
    },
    causesOfOracle() {
      // It declines every fraud and nothing else; honest payments are still disputed by their own customers.
      const money = new Float64Array(CAUSES.length);
      const at = CAUSES.indexOf('friendlyFraud');
      for (let i = 0; i < live.rows; i++) {
        if (live.kind[i] !== KIND.honest || live.disputeDay[i]! < 0) continue;
        money[at] = money[at]! + live.amount[i]! + ECONOMICS.chargebackFee;
      }
      return money;
    },
  };
}
