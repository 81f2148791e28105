'use server';

import { ChangePasswordInput, changePassword } from '@/lib/server/accounts/changePassword';
import { CreateAccessTokenInput, createAccessToken } from '@/lib/server/accounts/createAccessToken';
import { RenameAccountInput, renameAccount } from '@/lib/server/accounts/renameAccount';
import { RevokeAccessTokenInput, revokeAccessToken } from '@/lib/server/accounts/revokeAccessToken';
import { SignOutInput, signOut } from '@/lib/server/accounts/signOut';
import { defineAction, definePublicAction } from '@/lib/server/defineAction';

export const rename = defineAction(RenameAccountInput, renameAccount);
export const setPassword = definePublicAction(ChangePasswordInput, changePassword);
export const makeToken = defineAction(CreateAccessTokenInput, createAccessToken);
export const withdrawToken = defineAction(RevokeAccessTokenInput, revokeAccessToken);
export const leave = definePublicAction(SignOutInput, signOut);
