/** Results in the forms that other tools read. */
export { azureTestCases, azureTestResults, outcomes, type Outcome } from './azure-csv';
export { ctrfReport, ctrfStatus } from './ctrf';
