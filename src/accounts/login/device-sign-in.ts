import {
  PublicClientApplication,
  type DeviceCodeRequest,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { createSignInNetwork, type SignInNetwork } from '../sign-in-network.js';
import { createMemoryCache } from '../msal/memory-cache.js';
import { authorityOf } from '../msal/authority.js';
import { readSignIn, type SignedIn } from './read-sign-in.js';
import { signInTrouble, type SignInTrouble } from './sign-in-trouble.js';
