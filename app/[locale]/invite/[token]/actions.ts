'use server';

import { AcceptInvitationInput, acceptInvitation } from '@/lib/server/accounts/acceptInvitation';
import { definePublicAction } from '@/lib/server/defineAction';

export const accept = definePublicAction(AcceptInvitationInput, acceptInvitation);
