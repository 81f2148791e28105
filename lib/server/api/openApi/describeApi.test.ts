import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../endpoints';
import { describeApi } from './describeApi';
import { endpointTable } from './endpointTable';

type Operation = {
  operationId: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string; required: boolean; description?: string }[];
};
const description = describeApi(ENDPOINTS) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

describe('describeApi', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(description));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });
  it('leads to nothing that is not there', () => {
    const text = JSON.stringify(description);
    for (const [, pointer] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], description);
      expect(found, pointer).toBeDefined();
    }
  });
  it('has every endpoint, and none besides', () => {
    const described = operations.map(({ path, method }) => `${method} ${path}`);
    expect(described.sort()).toEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort());
    expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length);
  });
  it('says what every parameter is', () => {
    for (const { path, operation } of operations)
      for (const { name, description: said } of operation.parameters ?? [])
        expect(said, `${name} of ${path}`).toMatch(/\w{2}/);
    const exports = operations.find(({ operation }) => operation.operationId === 'exportProject');
    const lang = exports?.operation.parameters?.find(({ name }) => name === 'lang');
    expect(lang?.description).toContain('`all`');
  });
  it('names every parameter of a path, and the scope', () => {
    for (const { path, operation } of operations) {
      const inPath = operation.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? [];
      expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
    const scopes = new Set(
      operations.flatMap(({ operation }) => operation.security.flatMap((one) => one.accessToken)),
    );
    expect([...scopes].sort()).toEqual(['align', 'export', 'import', 'manage', 'read']);
    expect(operations.filter(({ operation }) => operation.security.length === 0)).toHaveLength(1);
  });
});

describe('endpointTable', () => {
  it('is docs/endpoints.md; vitest -u writes it anew', async () => {
    const page = `# Endpoints of the HTTP API\n\nBelow \`/api/v1\`; see [api.md](api.md).\n\n${endpointTable(ENDPOINTS)}`;
    await expect(page).toMatchFileSnapshot('../../../../docs/endpoints.md');
  });
});
