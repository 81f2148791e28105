export { checkBead } from './checkBead';
export { type CheckedBitext, type CheckedState, checkDocument, checkInSteps, inputOf } from './checkDocument';
export { fingerprintOf } from './fingerprint';
export { lengthCurve, lnRatioOf } from './lengthCurve';
export { textProfile } from './textProfile';
export * from './types';
