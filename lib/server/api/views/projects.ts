import 'server-only';
import { z } from 'zod';
import { Id, Lang, Time, view } from './view';

export const Project = view(
  'Project',
  z.object({
    id: Id,
    name: z.string(),
    referenceLang: Lang,
    targetLangs: z.array(Lang),
    selfReview: z.boolean(),
    createdAt: Time,
  }),
);

export const ProjectList = view('ProjectList', z.object({ projects: z.array(Project) }));

export const NewProject = view('NewProject', z.object({ projectId: Id }));
