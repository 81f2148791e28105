'use server';

import { defineAction } from '@/lib/server/defineAction';
import { FindInProjectInput, findInProject } from '@/lib/server/find/findInProject';

export const findMore = defineAction(FindInProjectInput, findInProject);
