import { remoteNames } from './remote-names';

/** Browsers that read it refuse every load from elsewhere, also one that a script makes up as it runs. */
const policy = "default-src 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src data: blob:; form-action 'none'";

/** Takes out elements that would load from elsewhere, and adds a policy under which the rest cannot. */
export function withoutRemote(html: string): string {
  const stripped = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, (element) => (remoteNames(element).length > 0 ? '' : element))
    .replace(/<(?:link|base|iframe|img)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi, (element) => {
      return remoteNames(element).length > 0 ? '' : element;
    })
    .replace(/<script\b[^>]*>[^<]*\bgtag\s*\([^<]*<\/script\s*>/gi, '');
  return stripped.replace(/<head(\s[^>]*)?>/i, (head) => {
    return `${head}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`;
  });
}
