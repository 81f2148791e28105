'use server';

import { ChangePasswordInput, changePassword } from '@/lib/server/accounts/changePassword';
import { RenameAccountInput, renameAccount } from '@/lib/server/accounts/renameAccount';
import { SignOutInput, signOut } from '@/lib/server/accounts/signOut';
import { defineAction, definePublicAction } from '@/lib/server/defineAction';

export const rename = defineAction(RenameAccountInput, renameAccount);
export const setPassword = definePublicAction(ChangePasswordInput, changePassword);
export const leave = definePublicAction(SignOutInput, signOut);
