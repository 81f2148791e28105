'use server';

import { ResetPasswordInput, resetPassword } from '@/lib/server/accounts/resetPassword';
import { definePublicAction } from '@/lib/server/defineAction';

export const reset = definePublicAction(ResetPasswordInput, resetPassword);
