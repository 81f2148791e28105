'use server';

import { defineAction } from '@/lib/server/defineAction';
import { CreateProjectInput, createProject } from '@/lib/server/projects/createProject';

export const create = defineAction(CreateProjectInput, createProject);
