export * from './auth';
export * from './bitext';
export * from './check';
export * from './document';
export * from './history';
export * from './job';
export * from './learnt';
export * from './project';
