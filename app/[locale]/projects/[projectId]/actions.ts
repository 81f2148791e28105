'use server';

import { defineAction } from '@/lib/server/defineAction';
import { CreateDocumentInput, createDocument } from '@/lib/server/documents/createDocument';

export const newDocument = defineAction(CreateDocumentInput, createDocument);
