import type { Template } from 'aws-cdk-lib/assertions';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** One sentence of a policy: what may be done, to what, and to which partitions of the table. */
export interface Right {
  readonly actions: readonly string[];
  /** ARNs, with references written as `Name` or `Name.Attribute` and their hashes cut off. */
  readonly resources: readonly string[];
  readonly partitions?: readonly string[];
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': readonly string[] } };
}

export const resourcesOf = (template: Template, type: string): Readonly<Record<string, Resource>> =>
  template.findResources(type) as Readonly<Record<string, Resource>>;

/** Everything that the role of a logical id may do. */
export function rightsOf(template: Template, role: string): readonly Right[] {
  const policies = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).filter(({ Properties }) =>
    (Properties['Roles'] as readonly unknown[]).some((named) => nameOf(named) === role),
  );
  return policies
    .flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement,
    )
    .map(({ Action, Resource, Condition }) => {
      const partitions = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
      return {
        actions: [Action].flat(),
        resources: [Resource].flat().map(nameOf),
        ...(partitions && { partitions }),
      };
    });
}

/** `{ Ref: 'WatchAlertsTopicF0352CFB' }` → `WatchAlertsTopic`; a text is its own name. */
export function nameOf(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  const { Ref, 'Fn::GetAtt': attribute } = reference as { Ref?: string; 'Fn::GetAtt'?: readonly [string, string] };
  if (Ref !== undefined) return unhashed(Ref);
  if (attribute !== undefined) return `${unhashed(attribute[0])}.${attribute[1]}`;
  return JSON.stringify(reference);
}

const unhashed = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
