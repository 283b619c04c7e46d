import { recruiter } from './recruiter.ts';
import { hiringManager } from './hiring-manager.ts';
import { founder } from './founder.ts';
import { peopleLead } from './people-lead.ts';
import { director } from './director.ts';
import { agency } from './agency.ts';
import { compPartner } from './comp-partner.ts';
import { europeLead } from './europe-lead.ts';
import { OfferError } from '../../money.ts';
import type { Counterpart } from '../counterpart.ts';

export const COUNTERPARTS: readonly Counterpart[] = [
  recruiter,
  hiringManager,
  founder,
  peopleLead,
  director,
  agency,
  compPartner,
  europeLead,
];

/** The counterpart of that name; throws OfferError for one there is not. */
export function counterpartOf(id: string): Counterpart {
  const found = COUNTERPARTS.find((one) => one.id === id);
  if (found) return found;
  throw new OfferError('counterpart', `is "${id}"`, `Use ${COUNTERPARTS.map((one) => one.id).join(', ')}.`);
}
