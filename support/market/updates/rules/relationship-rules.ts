import { factAt } from '../../registration/facts';
import { isLive, type LoadedRegister, segmentOf } from '../../registration/register';
import { isPrincipal } from '../../registration/relations';
import { kindOf, named, otherRegister } from '../relationships';
import type { Rule, Update } from '../update';

/** The registers of the subsidiaries that are held; REG0000 tells of the others. */
const subsidiaries = (update: Update): LoadedRegister[] =>
  named(update).flatMap((mpan) => otherRegister(update, mpan) ?? []);

const everyone = (update: Update): LoadedRegister[] => [update.register, ...subsidiaries(update)];

const direction = ({ facts }: LoadedRegister) => factAt(facts, 'B023')?.energyDirection;

const owns = ({ sender }: Update, register: LoadedRegister) => register.supplier?.dipId === sender;

/** The group of that kind to which a subsidiary belongs, seen from the principal of the request. */
const joined = (update: Update, it: LoadedRegister): 'here' | 'elsewhere' | 'nowhere' => {
  const group = it.relations[kindOf(update)];
  if (!group) return 'nowhere';
  return group.principal.mpan === update.context.mpan ? 'here' : 'elsewhere';
};

const anyJoined =
  (where: 'here' | 'elsewhere'): Rule =>
  (update) =>
    subsidiaries(update).some((it) => joined(update, it) === where);

const anyGrouped: Rule = (update) => everyone(update).some((it) => it.relations[kindOf(update)] !== undefined);

const notPrincipal: Rule = (update) => !isPrincipal(update.register.relations[kindOf(update)], update.context.mpan);

const notHere: Rule = (update) => subsidiaries(update).some((it) => joined(update, it) !== 'here');

/** Rules about MPANs that belong together, IF-019. */
export const relationshipRules: Readonly<Record<string, Rule>> = {
  REG0000: (update) => named(update).some((mpan) => otherRegister(update, mpan) === undefined),
  REG0007: (update) => everyone(update).some((it) => it.switches.some(isLive)),
  REG1050: (update) => !everyone(update).some((it) => owns(update, it)),
  REG1051: (update) => everyone(update).some((it) => segmentOf(it) === 'U'),
  REG1052: anyGrouped,
  REG1053: ({ register }) => direction(register) === 'E',
  REG1054: (update) => subsidiaries(update).some((it) => direction(it) === 'I'),
  REG1055: notPrincipal,
  REG1056: anyJoined('elsewhere'),
  REG1057: anyJoined('here'),
  REG1058: notHere,
  REG1059: (update) => {
    const all = [update.context.mpan, ...named(update)];
    return new Set(all).size < all.length;
  },
  REG1060: (update) => !everyone(update).every((it) => owns(update, it)),
  REG1061: anyGrouped,
  REG1062: notPrincipal,
  REG1063: anyJoined('here'),
  REG1064: anyJoined('elsewhere'),
  REG1065: notHere,
  REG1066: (update) => subsidiaries(update).some((it) => it.relations.linked !== undefined && direction(it) === 'I'),
  REG1067: (update) => everyone(update).some((it) => direction(it) === 'E'),
  REG1068: (update) => subsidiaries(update).some((it) => it.relations.linked !== undefined),
};
