import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CONTENT_SECURITY_POLICY } from '../functions/site/layout.ts';
import { ringFor } from './bell.ts';
import { leaveLetters } from './dead-letters.ts';
import { deploymentFile } from './deployment.ts';
import { houseFunction } from './house-function.ts';
import type { JournalTable } from './journal-table.ts';
import { nameIn } from './names.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/**
 * The register as pages that anybody with their address can read: a private bucket behind CloudFront, written by a function
 * that reads the table and can write nothing else.
 */
export class Site extends Construct {
  readonly function: Function;
  readonly bucket: Bucket;
  /** Where the pages are read. */
  readonly address: string;

  constructor(scope: Construct, id: string, settings: Settings, journal: JournalTable, deadLetters: IQueue) {
    super(scope, id);
    const own = typeof settings.site === 'object' ? settings.site : undefined;
    this.bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Everything in it is made anew from the journal.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only CloudFront and one function of ours reach it; it holds what is published anyway.',
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'dual-use-watch: the register as pages',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers(this),
      },
      ...(own && {
        domainNames: [own.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', own.certificateArn),
      }),
    });
    acknowledge(distribution, own !== undefined);
    this.address = own ? `https://${own.domain}` : Fn.join('', ['https://', distribution.distributionDomainName]);
    this.function = houseFunction(this, {
      name: 'site',
      description: 'Writes the register as pages',
      timeout: Duration.minutes(2),
      environment: {
        WATCH_SITE_BUCKET: this.bucket.bucketName,
        WATCH_SITE_DISTRIBUTION: distribution.distributionId,
        WATCH_SITE_ADDRESS: this.address,
      },
      files: deploymentFile(settings),
      settings,
    });
    journal.grantRead(this.function, ['journal', 'source']);
    this.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
      }),
    );
    Validations.of(this.node.findChild('Role')).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)}.Arn>/*]`,
      reason: 'Every file of this one bucket is the function’s to write.',
    });
    // Without it S3 answers "forbidden" for a file that is not there yet.
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: ['cloudfront:CreateInvalidation'], resources: [distribution.distributionArn] }),
    );
    leaveLetters(this.function, deadLetters, { retries: 1, minutes: 60 });
    ringFor(this, this.function, journal, deadLetters);
    new Schedules(this, 'Schedules', nameIn(scope), this.function, deadLetters).add('hourly', {
      expression: everyMinutes(60),
      description: 'Writes when each source was last read, and the day’s standings',
      input: {},
      jitterMinutes: 10,
      patienceMinutes: 30,
    });
  }
}

/** TLS only, no frame, no script but ours, and readable by the scripts of others: the data is open. */
const headers = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
    },
    corsBehavior: {
      accessControlAllowCredentials: false,
      accessControlAllowHeaders: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD'],
      accessControlAllowOrigins: ['*'],
      originOverride: true,
    },
  });

function acknowledge(distribution: Distribution, ownDomain: boolean): void {
  const reasons = {
    'AwsSolutions-CFR1': 'Compliance staff travel; the pages hold public facts.',
    'AwsSolutions-CFR2': 'Static public files: there is nothing for a firewall to protect.',
    'AwsSolutions-CFR3': 'Who reads which page is not our business; the costs show the load.',
    // CloudFront's own certificate comes with TLS 1.0 still allowed; a domain of one's own does not.
    ...(!ownDomain && {
      'AwsSolutions-CFR4': 'Without a domain of its own a distribution takes CloudFront’s certificate.',
    }),
  };
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason });
}
