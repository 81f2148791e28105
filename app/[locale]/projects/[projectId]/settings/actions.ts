'use server';

import { CreatePasswordLinkInput, createPasswordLink } from '@/lib/server/accounts/createPasswordLink';
import { defineAction } from '@/lib/server/defineAction';
import { ChangeMemberInput, changeMember } from '@/lib/server/projects/changeMember';
import { CreateInvitationInput, createInvitation } from '@/lib/server/projects/createInvitation';
import { DeleteProjectInput, deleteProject } from '@/lib/server/projects/deleteProject';
import { RemoveMemberInput, removeMember } from '@/lib/server/projects/removeMember';
import { RevokeInvitationInput, revokeInvitation } from '@/lib/server/projects/revokeInvitation';
import { UpdateProjectInput, updateProject } from '@/lib/server/projects/updateProject';

export const update = defineAction(UpdateProjectInput, updateProject);
export const changeOne = defineAction(ChangeMemberInput, changeMember);
export const removeOne = defineAction(RemoveMemberInput, removeMember);
export const invite = defineAction(CreateInvitationInput, createInvitation);
export const revoke = defineAction(RevokeInvitationInput, revokeInvitation);
export const remove = defineAction(DeleteProjectInput, deleteProject);
export const makePasswordLink = defineAction(CreatePasswordLinkInput, createPasswordLink);
