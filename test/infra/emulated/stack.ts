import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { WatchBlock } from '../../../infra/settings-schema.ts';
import { readSettings } from '../../../infra/settings.ts';
import { WatchStack } from '../../../infra/watch-stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** What something is called where it was made: `Ref`, and what `Fn::GetAtt` asks for. */
export type Names = Readonly<Record<string, string>>;

/** A synthesised stack, of which more and more is made. */
export interface Stack {
  /** Every resource of a type, its references resolved as far as what they name was made. */
  all(type: string): readonly (readonly [id: string, properties: Resource['Properties']])[];
  /** Says what a resource became. */
  made(id: string, names: Names): void;
  /** How many there are of each type. */
  readonly types: ReadonlyMap<string, number>;
  /** The folder of an asset, by its key in the bucket of assets. */
  asset(key: string): string;
}

/** The app as `cdk synth` makes it, its functions bundled. */
export function synthesised(watch: WatchBlock): Stack {
  const outdir = mkdtempSync(join(tmpdir(), 'stack-'));
  const app = new App({ outdir });
  new WatchStack(app, 'DualUseWatch', readSettings({ watch }).settings);
  const { template } = app.synth().getStackByName('DualUseWatch') as {
    template: { Resources: Record<string, Resource> };
  };
  const { Resources } = template;
  const names = new Map<string, Names>([
    ['AWS::Region', { Ref: 'ap-northeast-1' }],
    ['AWS::AccountId', { Ref: '000000000000' }],
    ['AWS::Partition', { Ref: 'aws' }],
    ['AWS::URLSuffix', { Ref: 'amazonaws.com' }],
  ]);
  const types = new Map<string, number>();
  for (const { Type } of Object.values(Resources)) types.set(Type, (types.get(Type) ?? 0) + 1);
  return {
    types,
    all: (type) =>
      Object.entries(Resources)
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties }]) => [id, resolved(Properties, names) as Resource['Properties']]),
    made: (id, now) => void names.set(id, now),
    asset: (key) => join(outdir, `asset.${key.replace('.zip', '')}`),
  };
}

/** A value with its references resolved, as CloudFormation does; what nobody has made keeps its name. */
function resolved(value: unknown, names: ReadonlyMap<string, Names>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, unknown>>;
  if (typeof Ref === 'string') return names.get(Ref)?.['Ref'] ?? Ref;
  if (Array.isArray(attribute))
    return names.get(String(attribute[0]))?.[String(attribute[1])] ?? `arn:${attribute.map(String).join(':')}`;
  if (Array.isArray(join)) return (resolved(join[1], names) as string[]).join(String(join[0]));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, names)]));
}
