import { defineConfig } from 'drizzle-kit';

// drizzle-kit does not know the `@/` alias: schema files import values by relative path.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
