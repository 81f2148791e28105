'use server';

import { CreateOwnerInput, createOwner } from '@/lib/server/accounts/createOwner';
import { definePublicAction } from '@/lib/server/defineAction';

export const setUp = definePublicAction(CreateOwnerInput, createOwner);
