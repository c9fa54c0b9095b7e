const published: Record<string, readonly string[]> = {
  S0: ['interfaceID', 'schemaVersion', 'eventCode'],
  S1: [
    'environmentTag',
    'subText',
    'senderUniqueReference',
    'senderTimestamp',
    'senderDIPID',
    'senderRoleID',
    'senderCorrelationID',
    'DIPConnectionProviderID',
  ],
  A0: ['primaryRecipients', 'secondaryRecipients', 'always'],
  D0: [
    'transactionID',
    'transactionTimestamp',
    'publicationID',
    'initialCorrelationID',
    'replayIndicator',
    'serviceTicketURL',
  ],
  M0: ['MPANCore', 'distributorDIPID', 'GSPGroupID'],
  R0: ['responseCode', 'responseMessages'],
};

type Plain = Record<string, unknown>;

export function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Puts the keys of a payload's common block into the published case, as the DIP does: it does not enforce the
 * capitalisation of keys on the way in. Returns the paths of the keys that differed, as they were sent.
 */
export function publishedCase(payload: unknown): { payload: unknown; differing: string[] } {
  const differing: string[] = [];
  if (!isObject(payload)) return { payload, differing };
  const top = rename(payload, ['CommonBlock', 'CustomBlock'], '', differing);
  if (isObject(top.CommonBlock)) {
    const common = rename(top.CommonBlock, Object.keys(published), 'CommonBlock.', differing);
    for (const [name, keys] of Object.entries(published)) {
      const block = common[name];
      if (isObject(block)) common[name] = rename(block, keys, `CommonBlock.${name}.`, differing);
    }
    top.CommonBlock = common;
  }
  return { payload: top, differing };
}

function rename(object: Plain, names: readonly string[], path: string, differing: string[]): Plain {
  const renamed: Plain = {};
  for (const [key, value] of Object.entries(object)) {
    const name = names.find((n) => n.toLowerCase() === key.toLowerCase()) ?? key;
    // Two keys that differ only by case stay as they are: the schema then refuses the stranger.
    const free = name === key || !Object.hasOwn(object, name);
    if (name !== key) differing.push(path + key);
    renamed[free ? name : key] = value;
  }
  return renamed;
}
