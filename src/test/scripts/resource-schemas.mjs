// Writes src/test/resources/deploy/resource-schemas.json: what CloudFormation knows of the resource types that the
// templates of deploy/ use. Run it when a template uses a new type or property:
//
//   npm install --prefix target/schemas @aws-cdk/aws-service-spec
//   NODE_PATH=$PWD/target/schemas/node_modules node src/test/scripts/resource-schemas.mjs
//
// The data is of @aws-cdk/aws-service-spec, Apache License 2.0, without its documentation.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.NODE_PATH + '/');
const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec');
const version = require('@aws-cdk/aws-service-spec/package.json').version;

/** At hand before a template uses them. */
const MORE = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::SecretsManager::Secret'];

const db = loadAwsServiceSpecSync();

function usedTypes() {
  const types = new Set(MORE);
  for (const file of readdirSync('deploy', { recursive: true }).filter((name) => name.endsWith('.yaml'))) {
    for (const match of readFileSync('deploy/' + file, 'utf8').matchAll(/^    Type: (AWS::(?!Serverless)[\w:]+)$/gm)) {
      types.add(match[1]);
    }
  }
  return [...types].sort();
}

/** "string", a list of words, {"list": …}, {"map": …}, {"is": definition}, or [alternatives]. */
function shape(type, definitions) {
  switch (type.type) {
    case 'array': return { list: shape(type.element, definitions) };
    case 'map': return { map: shape(type.element, definitions) };
    case 'union': return { any: type.types.map((one) => shape(one, definitions)) };
    case 'ref': return { is: define(db.get('typeDefinition', type.reference.$ref), definitions) };
    case 'string': return type.allowedValues ? { words: type.allowedValues } : 'string';
    default: return type.type;
  }
}

function define(definition, definitions) {
  if (!(definition.name in definitions)) {
    definitions[definition.name] = null;
    definitions[definition.name] = properties(definition.properties, definitions);
  }
  return definition.name;
}

function properties(all, definitions) {
  return Object.fromEntries(Object.keys(all).sort().map((name) => {
    const kind = shape(all[name].type, definitions);
    return [name, all[name].required ? { required: kind } : kind];
  }));
}

function resource(type) {
  const [found] = db.lookup('resource', 'cloudFormationType', 'equals', type);
  if (!found) throw new Error('no schema of ' + type);
  const definitions = {};
  return {
    properties: properties(found.properties, definitions),
    definitions,
    attributes: Object.keys(found.attributes).sort(),
    identifier: found.primaryIdentifier,
    createOnly: Object.keys(found.properties).filter((name) => found.properties[name].causesReplacement === 'yes').sort(),
  };
}

const types = Object.fromEntries(usedTypes().map((type) => [type, resource(type)]));
const lines = Object.entries(types).map(([type, schema]) => `  ${JSON.stringify(type)}: ${JSON.stringify(schema)}`);
writeFileSync('src/test/resources/deploy/resource-schemas.json',
  `{"source": "@aws-cdk/aws-service-spec ${version}, Apache License 2.0",\n "types": {\n${lines.join(',\n')}\n }}\n`);
