import openapiTS, { astToString } from 'openapi-typescript';

const heading = `// Made from the OpenAPI document by \`npm run generate\`; tests keep it true.
`;

/**
 * The types of a client, from an OpenAPI document.
 * @param {object} document
 * @returns {Promise<string>} TypeScript
 */
export async function toSchemaTypes(document) {
  const ast = await openapiTS(JSON.stringify(document), {
    alphabetize: true,
    // Objects of which nothing is said may hold anything.
    emptyObjectsUnknown: true,
  });
  return heading + astToString(ast);
}
