import path from 'node:path';
import { firstOf, isFile, which, type Environment } from './which';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** The browser that is driven: `CHROMIUM_PATH`, else the first known one on the PATH, else undefined. */
export function chromiumPath(env: Environment = process.env): string | undefined {
  return env.CHROMIUM_PATH ? existing(env.CHROMIUM_PATH) : firstOf(chromiumNames, env);
}

/** The Java that runs the Allure 2 report: that of `JAVA_HOME`, else the one on the PATH, else undefined. */
export function javaPath(env: Environment = process.env): string | undefined {
  const home = env.JAVA_HOME && firstOf(['java'], { ...env, PATH: path.join(env.JAVA_HOME, 'bin') });
  return home || which('java', env);
}

function existing(file: string): string | undefined {
  return isFile(file) ? file : undefined;
}
