import type { RoleCode } from '../catalogue';

/** What a Postman environment tells of one identity. Nothing of it is secret. */
export interface PostmanIdentity {
  /** Name of the environment. */
  name: string;
  /** Base address of the DIP. */
  dip: string;
  dipId: string;
  role: RoleCode;
  /** PEM. */
  signingCertificate: string;
}

interface Variable {
  key: string;
  value: string;
  type: 'default' | 'secret';
  enabled: true;
}

/**
 * A Postman environment, as JSON, for the collection in docs/clients/postman. API key and signing key stay empty: what is
 * imported goes to Postman's cloud, so that the user fills them in where they stay on his machine.
 */
export function postmanEnvironment({ name, dip, dipId, role, signingCertificate }: PostmanIdentity): string {
  const variable = (key: string, value: string, type: Variable['type'] = 'default'): Variable => {
    return { key, value, type, enabled: true };
  };
  const environment = {
    name,
    values: [
      variable('dip', dip),
      variable('dipId', dipId),
      variable('role', role),
      variable('signingCertificate', signingCertificate),
      variable('apiKey', '', 'secret'),
      variable('signingKey', '', 'secret'),
    ],
    _postman_variable_scope: 'environment',
  };
  return `${JSON.stringify(environment, null, 2)}\n`;
}
