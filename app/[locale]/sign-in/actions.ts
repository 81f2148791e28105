'use server';

import { SignInInput, signIn } from '@/lib/server/accounts/signIn';
import { definePublicAction } from '@/lib/server/defineAction';

export const enter = definePublicAction(SignInInput, signIn);
