export { foldForMatching, primary, stripDiacritics } from './fold';
export { lengthChars } from './lengthChars';
export { numberValue, romanValue } from './numberValue';
export { isNumberWord, numberOfWords, saysNumber } from './numberWords';
export { splitSentences } from './splitSentences';
export { stem } from './stem';
export { type Token, tokens } from './tokens';
