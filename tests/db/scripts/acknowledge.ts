// Writes for ever through the application's own database, and names each row on its output once the
// commit is acknowledged. Started by kill9.test.ts, which kills it.
import { getDb } from '@/db/client';
import { commitOne } from './commitOne';

const db = await getDb();
process.stdout.write('open\n');
for (;;) process.stdout.write(`${await commitOne(db)}\n`);
