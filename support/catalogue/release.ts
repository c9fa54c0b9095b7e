/** The release that the catalogue speaks. */
export const release = '2.1.0';

/** S0.schemaVersion of every interface of the catalogue in that release. */
export const schemaVersion = '011';
