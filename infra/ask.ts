import { CfnOutput, Duration } from 'aws-cdk-lib';
import { type Function, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { houseFunction } from './house-function.ts';
import type { Settings } from './settings.ts';

/**
 * Answers questions of the register, invoked with them or by a URL that takes signed requests of this account's principals
 * who may call `lambda:InvokeFunctionUrl`. It reads the journal and nothing of it is written anywhere, a question least.
 */
export class Ask extends Construct {
  readonly function: Function;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'ask',
      description: 'Answers whether names, codes and materials are under a measure',
      timeout: Duration.seconds(30),
      environment: {},
      settings,
    });
    const { url } = this.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    new CfnOutput(this, 'Url', { value: url });
  }
}
