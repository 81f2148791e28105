import 'server-only';
import { CancelJobInput, cancelJob } from '../../align/cancelJob';
import { ReadJobInput, readJob } from '../../align/readJob';
import { StartAlignInput, startAlign } from '../../align/startAlign';
import { endpoint } from '../Endpoint';
import { JobView, NewJob } from '../views/documents';

const startAlignEndpoint = endpoint({
  id: 'startAlignment',
  method: 'POST',
  path: '/bitexts/{bitextId}/jobs',
  tag: 'Alignment',
  summary: 'Align a bitext, or align it again',
  details:
    'Importing the second text of a pair starts its alignment already. On a bitext at work, what nobody has ' +
    'vouched for is aligned anew; confirmed and approved beads are walls, and the whole can be undone.',
  scope: 'align',
  takes: 'json',
  input: StartAlignInput,
  answers: { status: 202, schema: NewJob },
  run: ({ actor, input }) => startAlign(actor, input),
});

const readJobEndpoint = endpoint({
  id: 'readJob',
  method: 'GET',
  path: '/jobs/{jobId}',
  tag: 'Alignment',
  summary: 'How far a job is',
  scope: 'align',
  takes: 'query',
  input: ReadJobInput,
  answers: { status: 200, schema: JobView },
  run: ({ actor, input }) => readJob(actor, input),
});

const cancelJobEndpoint = endpoint({
  id: 'cancelJob',
  method: 'DELETE',
  path: '/jobs/{jobId}',
  tag: 'Alignment',
  summary: 'Cancel a job',
  details: 'Nothing of it is stored. One that has ended already stays as it is.',
  scope: 'align',
  takes: 'query',
  input: CancelJobInput,
  answers: { status: 204 },
  run: ({ actor, input }) => cancelJob(actor, input),
});

export const ALIGNMENT_ENDPOINTS = [startAlignEndpoint, readJobEndpoint, cancelJobEndpoint];
