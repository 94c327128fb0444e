import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Takes the place of the SDK's chain of credential providers in what is deployed: Lambda gives a function its role's
 * credentials in the environment, and the chain's other providers bring four more clients with them.
 */
export const defaultProvider = fromEnv;
