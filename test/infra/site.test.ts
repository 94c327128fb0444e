import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { WatchStack } from '../../infra/watch-stack.ts';
import { rightsOf } from './rights.ts';

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-1111-2222-333344445555';

function synthesized(site: unknown): { readonly app: App; readonly template: Template } {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const { settings } = readSettings({ watch: { operator: 'ops@example.jp', site } });
  const stack = new WatchStack(app, 'dual-use-watch', settings);
  return { app, template: Template.fromStack(stack) };
}

const { app, template } = synthesized(true);

test('there are no pages until somebody asks for them, and alerts link to them where there are', () => {
  const { template: without } = synthesized(false);
  const linking = (made: Template) => JSON.stringify(made.toJSON()).split('"WATCH_SITE_ADDRESS"').length - 1;
  // The function that writes the pages, and the notifier.
  expect([linking(template), linking(without)]).toEqual([2, 0]);
  without.resourceCountIs('AWS::S3::Bucket', 0);
  without.resourceCountIs('AWS::CloudFront::Distribution', 0);
});

test('the function that writes the pages reads the journal and the sources’ health, and writes nothing but the bucket', () => {
  const rights = rightsOf(template, 'WatchSiteRole');
  const actions = rights.flatMap((right) => right.actions);
  expect(rights.find((right) => right.actions.includes('dynamodb:Query'))?.partitions).toEqual(['journal', 'source']);
  expect(
    actions.filter((action) => /^(?:sns|ssm|kms):|dynamodb:(?:Put|Update|Delete|Scan)|s3:Delete/.test(action)),
  ).toEqual([]);
  expect(actions).toEqual(expect.arrayContaining(['s3:GetObject', 's3:PutObject', 'cloudfront:CreateInvalidation']));
});

test('the bucket is private, and only the distribution reads it', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
});

test('every answer bears a policy without inline script, and says that its data is open', () => {
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      CorsConfig: Match.objectLike({ AccessControlAllowOrigins: { Items: ['*'] } }),
      SecurityHeadersConfig: Match.objectLike({
        ContentSecurityPolicy: {
          ContentSecurityPolicy: Match.stringLikeRegexp(`default-src 'none'.*frame-ancestors 'none'`),
          Override: true,
        },
      }),
    },
  });
  expect(JSON.stringify(template.toJSON())).not.toContain('unsafe-inline');
});

test('it is rung by the journal’s stream and every hour', () => {
  const bells = template.findResources('AWS::Lambda::EventSourceMapping');
  expect(Object.keys(bells).filter((id) => id.includes('Site'))).toHaveLength(1);
  const schedules = Object.entries(template.findResources('AWS::Scheduler::Schedule'));
  const [hourly] = schedules.filter(([id]) => id.includes('SiteSchedules'));
  expect(hourly?.[1]).toMatchObject({ Properties: { ScheduleExpression: 'rate(60 minutes)' } });
});

test('a domain of one’s own comes with its certificate; a certificate of another region is refused', () => {
  const { template: own } = synthesized({ domain: 'watch.example.jp', certificateArn });
  own.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({ Aliases: ['watch.example.jp'] }),
  });
  const elsewhere = {
    domain: 'watch.example.jp',
    certificateArn: certificateArn.replace('us-east-1', 'ap-northeast-1'),
  };
  expect(() => synthesized(elsewhere)).toThrow(/watch\.site.*us-east-1/s);
});

test('cdk-nag finds nothing that is not explained', () => {
  expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
});
