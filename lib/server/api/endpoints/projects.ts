import 'server-only';
import { z } from 'zod';
import { ok } from '@/lib/result';
import { CreateProjectInput, createProject } from '../../projects/createProject';
import { listProjects } from '../../projects/listProjects';
import { ReadProjectInput, readProject } from '../../projects/readProject';
import { endpoint } from '../Endpoint';
import { NewProject, Project, ProjectList } from '../views/projects';

type Stored = Omit<z.output<typeof Project>, 'createdAt'> & { createdAt: Date };

/** What the API says of a project; whatever else is known of it stays here. */
const view = ({ id, name, referenceLang, targetLangs, selfReview, createdAt }: Stored) => ({
  ...{ id, name, referenceLang, targetLangs, selfReview },
  createdAt: createdAt.toISOString(),
});

const listProjectsEndpoint = endpoint({
  id: 'listProjects',
  method: 'GET',
  path: '/projects',
  tag: 'Projects',
  summary: 'The projects that the token reaches, by name',
  scope: 'read',
  takes: 'query',
  input: z.object({}),
  answers: { status: 200, schema: ProjectList },
  async run({ actor }) {
    const listed = await listProjects(actor);
    return listed.ok ? ok({ projects: listed.value.projects.map(view) }) : listed;
  },
});

const createProjectEndpoint = endpoint({
  id: 'createProject',
  method: 'POST',
  path: '/projects',
  tag: 'Projects',
  summary: 'Start a project',
  details: 'For owners of the instance, and people who manage a project already.',
  scope: 'manage',
  takes: 'json',
  input: CreateProjectInput,
  answers: { status: 201, schema: NewProject },
  run: ({ actor, input }) => createProject(actor, input),
});

const readProjectEndpoint = endpoint({
  id: 'readProject',
  method: 'GET',
  path: '/projects/{projectId}',
  tag: 'Projects',
  summary: 'A project',
  scope: 'read',
  takes: 'query',
  input: ReadProjectInput,
  answers: { status: 200, schema: Project },
  async run({ actor, input }) {
    const read = await readProject(actor, input);
    return read.ok ? ok(view(read.value)) : read;
  },
});

export const PROJECT_ENDPOINTS = [listProjectsEndpoint, createProjectEndpoint, readProjectEndpoint];
