/** The pages by which a reader finds a way through a run, campaign or pack: for a pack, and for `qualify open`. */
export { folder as pagesFolder, type Page } from './names';
export type { Banner, Frame } from './frame';
export { viewerPages } from './pages';
export { viewedRequirements } from './requirements';
export { searchOf, type Found } from './search';
export { searchPage } from './search-page';
export { openViewer, type Viewer } from './open-viewer';
export { indexSubject, type ViewedRequirement, type ViewerIndex } from './viewer-index';
