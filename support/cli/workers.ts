/** For the help of a command. */
export const workersHelp =
  'scenarios at the same time; default: twice the cores, at most 8, and fewer for a few scenarios of the bundled participant';
