/** Two runs or campaigns beside one another: what broke, what was mended, what else differs. */
export { compare, hasRegression, type Comparison, type Side } from './compare';
export { comparisonPage } from './page';
export { readSide } from './read-side';
export { readRepeat, type Repeat } from './repeat';
export { comparisonSections, comparisonText } from './sections';
