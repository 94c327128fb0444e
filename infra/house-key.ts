import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { nameIn } from './names.ts';
import type { Settings } from './settings.ts';

/**
 * The key of the topics, and of the table where the settings ask for it. AWS's own key for SNS would be free, but
 * CloudWatch may not use it, and then no alarm arrives (docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
 */
export function houseKey(scope: Construct, { removal, customerManagedKey }: Settings): Key {
  const key = new Key(scope, 'Key', {
    description: 'dual-use-watch: topics, and the table where asked for',
    enableKeyRotation: true,
    // Each of the first two rotations adds 1 USD a month; the topics hold a message for seconds.
    rotationPeriod: Duration.days(customerManagedKey ? 365 : 2_560),
    pendingWindow: Duration.days(7),
    removalPolicy:
      customerManagedKey && removal === 'retain' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'], // in a key's own policy this means the key
      conditions: fromOurAlarms(scope),
    }),
  );
  return key;
}

/** Holds for the alarms of the watch that `scope` is, and no others. */
export const fromOurAlarms = (scope: Construct) => ({
  StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
  ArnLike: {
    'aws:SourceArn': Stack.of(scope).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `${nameIn(scope)}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  },
});

/** What SNS and DynamoDB ask of whoever reads or writes behind the key, without the wildcards of CDK's own grants. */
export function grantUse(key: IKey, grantee: IGrantable): void {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [key.keyArn],
    }),
  );
}
