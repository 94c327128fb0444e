import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { type Patience, patient, within } from './patience.ts';

/** Has the copies at the edge of the network forgotten. @param mark the same for a repeat of the same call */
export async function forgetCopies(
  distribution: string,
  paths: readonly string[],
  mark: string,
  patience: Patience,
): Promise<void> {
  const client = new CloudFrontClient(patient(patience));
  const command = new CreateInvalidationCommand({
    DistributionId: distribution,
    InvalidationBatch: { CallerReference: mark, Paths: { Quantity: paths.length, Items: [...paths] } },
  });
  await within(patience, 'CloudFront CreateInvalidation', (options) => client.send(command, options));
  client.destroy();
}
