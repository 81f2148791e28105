import { startUp } from '@/lib/server/startUp';

await startUp();
