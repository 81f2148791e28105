'use server';

import { defineAction } from '@/lib/server/defineAction';
import { EditInput, editDocument } from '@/lib/server/editing/editDocument';
import { TakeBackInput, takeBack } from '@/lib/server/editing/takeBack';
import { ReviewQueueInput, readReviewQueue } from '@/lib/server/review/readReviewQueue';

export const decide = defineAction(EditInput, editDocument);
export const takeBackDecision = defineAction(TakeBackInput, takeBack);
export const moreToReview = defineAction(ReviewQueueInput, readReviewQueue);
