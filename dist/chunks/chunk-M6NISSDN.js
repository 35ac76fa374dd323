import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist_cjs,
  stsClient
} from "./chunk-MIIZAU42.js";
import {
  AwsError,
  asAwsError,
  isDenied,
  isExpired,
  printable,
  saidBy
} from "./chunk-4LDIQ6TC.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/aws/session.ts
var import_client_sts = __toESM(require_dist_cjs(), 1);

// src/aws/credentials.ts
var RENEW_BEFORE_MS = 5 * 6e4;
var TRY_AGAIN_AFTER_MS = 3e4;
function renewing(take, lifeMs, now) {
  let current = null;
  let taking = null;
  let notBeforeMs = 0;
  const takeAnew = async () => {
    const endMs = now().getTime() + lifeMs;
    const credentials = await take();
    current = { credentials, endMs };
    return credentials;
  };
  return withoutSdkCache(async (properties) => {
    const { forceRefresh, rejected } = properties ?? {};
    if (forceRefresh === true && (rejected === void 0 || rejected === current?.credentials.accessKeyId)) current = null;
    const nowMs = now().getTime();
    const held = current !== null && current.endMs > nowMs ? current : null;
    if (held !== null && (held.endMs - nowMs > RENEW_BEFORE_MS || nowMs < notBeforeMs)) return held.credentials;
    taking ??= takeAnew().finally(() => taking = null);
    try {
      return await taking;
    } catch (error) {
      if (held === null) throw error;
      notBeforeMs = now().getTime() + TRY_AGAIN_AFTER_MS;
      return held.credentials;
    }
  });
}
function masked(source, mask) {
  return withoutSdkCache(async (properties) => {
    const credentials = await source(properties);
    maskCredentials(credentials, mask);
    return credentials;
  });
}
function maskCredentials({ secretAccessKey, sessionToken, accessKeyId }, mask) {
  for (const secret of [secretAccessKey, sessionToken, accessKeyId]) if (secret !== void 0 && secret !== "") mask(secret);
}
function withoutSdkCache(provider) {
  return Object.assign(provider, { memoized: true });
}

// src/aws/github-token.ts
var AUDIENCE = "sts.amazonaws.com";
var MAX_ATTEMPTS = 3;
var BASE_MS = 1e3;
async function newGithubToken(oidcToken, mask, pace) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const token = await oidcToken(AUDIENCE);
      mask(token);
      return token;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !mayHeal(error)) throw refused(error);
      await pace.wait(Math.floor(pace.random() * BASE_MS * 2 ** attempt));
    }
  }
}
function statusOf(error) {
  const told = error instanceof Error ? /Error Code : (\d+)/.exec(error.message)?.[1] : void 0;
  return told === void 0 ? null : Number(told);
}
function mayHeal(error) {
  const status = statusOf(error);
  return status === null || status === 429 || status >= 500;
}
function refused(error) {
  const status = statusOf(error);
  const found = status === null ? "GitHub could not be asked for an OIDC token" : `GitHub answered ${status} when asked for an OIDC token`;
  const fix = status === 401 || status === 403 ? 'Check that the job has "permissions: id-token: write" and is still running.' : "Run the job again; githubstatus.com says whether Actions is disturbed.";
  return new AwsError(`${found}. ${fix}`, { cause: error });
}
function checkTokenPermission(env) {
  if (env["ACTIONS_ID_TOKEN_REQUEST_URL"] && env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) return;
  if (env["GITHUB_ACTIONS"] !== "true") {
    throw new AwsError("role-to-assume is taken with an OIDC token, which only a GitHub Actions job can get, and this is none. Leave role-to-assume out, and sign in to AWS before or give a profile.");
  }
  throw new AwsError(
    `The job may not ask GitHub for an OIDC token (ACTIONS_ID_TOKEN_REQUEST_URL is not set), which role-to-assume needs. Add "permissions: { contents: read, id-token: write }" to the job; workflows started from a fork's pull request never get it.`
  );
}
function claimsOf(token) {
  const payload = token.split(".")[1];
  if (payload === void 0) return null;
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return {
      issuer: words(claims["iss"]),
      subject: words(claims["sub"]),
      audience: words(claims["aud"]),
      ownerId: digits(claims["repository_owner_id"]),
      repositoryId: digits(claims["repository_id"])
    };
  } catch {
    return null;
  }
}
function words(claim) {
  const texts = (Array.isArray(claim) ? claim : [claim]).filter((each) => typeof each === "string");
  return printable(texts.join(", "));
}
function digits(claim) {
  return /^\d+$/.test(String(claim)) ? String(claim) : null;
}
var BY_NAME = /^repo:([^/@:]+)\/([^/@:]+):(.+)$/;
var IMMUTABLE = /^repo:([^/@:]+)@(\d+)\/([^/@:]+)@(\d+):(.+)$/;
function subjectForms({ subject, ownerId, repositoryId }) {
  const [, owner, , repository, , context] = IMMUTABLE.exec(subject) ?? [];
  if (owner !== void 0) return { byName: `repo:${owner}/${repository}:${context}`, immutable: subject, inToken: "immutable" };
  const [, name, project, rest] = BY_NAME.exec(subject) ?? [];
  if (name === void 0) return null;
  return { byName: subject, immutable: `repo:${name}@${ownerId ?? "OWNER_ID"}/${project}@${repositoryId ?? "REPOSITORY_ID"}:${rest}`, inToken: "by name" };
}

// src/aws/role-refusal.ts
function roleRefusal(error, { roleArn, region, durationSeconds, token }) {
  const claims = claimsOf(token);
  const role = printable(roleArn);
  const refused2 = (sentences) => new AwsError(sentences, { cause: error });
  const said = saidBy(error);
  const name = codeOf(error);
  if (isDenied(error)) return refused2(notTrusted(role, said, claims));
  if (isExpired(error)) return refused2(`AWS calls the OIDC token expired although it was fresh (${said}). This machine's clock or GitHub's is off: set the runner's clock, for example by NTP.`);
  if (name === "InvalidIdentityToken") return refused2(tokenNotAccepted(role, said, claims));
  if (name === "IDPRejectedClaim") return refused2(`The identity provider rejected the token for ${role} (${said}). Run the job again; if it stays so, check the provider of ${issuerOf(claims)} in the account.`);
  if (name === "RegionDisabled") return refused2(`STS is switched off in ${region} for the role's account. Activate it (IAM, account settings), or give another aws-region.`);
  if (name === "Validation" || name === "ValidationError") return refused2(valueNotAccepted(role, said, durationSeconds));
  return asAwsError(error, `Taking the role ${role}`);
}
function codeOf(error) {
  return error instanceof Error ? error.name.replace(/Exception$/, "") : "";
}
function valueNotAccepted(role, said, durationSeconds) {
  if (/DurationSeconds exceeds/i.test(said)) {
    return `role-duration: ${durationSeconds} seconds are more than the role ${role} allows. Give at most its maximum session duration (3600 unless somebody raised it), or raise that on the role; credentials are renewed during a run anyway.`;
  }
  const input = /durationSeconds/i.test(said) ? "role-duration" : /roleSessionName/i.test(said) ? "role-session-name" : "role-to-assume";
  return `${input}: AWS does not accept the value (${said}). Correct it.`;
}
function tokenNotAccepted(role, said, claims) {
  const issuer = issuerOf(claims);
  if (/No OpenIDConnect provider/i.test(said)) {
    return `The account of ${role} has no identity provider for ${issuer}. Create it (IAM, identity providers, OpenID Connect) with this URL and the audience ${AUDIENCE}, and check the account number in role-to-assume.`;
  }
  if (/audience/i.test(said)) {
    return `The identity provider for ${issuer} in the account of ${role} does not know the token's audience "${claims?.audience ?? AUDIENCE}". Add ${AUDIENCE} to its audiences (client ids).`;
  }
  if (/retrieve verification key/i.test(said)) {
    return `AWS could not fetch the keys of ${issuer} in several attempts. Run the job again; if it stays so, check that the issuer's /.well-known/openid-configuration answers on the internet.`;
  }
  if (/thumbprint|certificate/i.test(said)) {
    return `AWS does not trust the certificate of ${issuer} (${said}). Correct the thumbprints of the identity provider in the account of ${role}.`;
  }
  if (/\b(in the past|not yet|future|clock)\b/i.test(said)) {
    return `AWS calls the OIDC token too young (${said}), so clocks differ. Set the runner's clock, for example by NTP, and run again.`;
  }
  return `AWS does not accept the OIDC token of ${issuer} for ${role} (${said}). Check the identity provider in the role's account.`;
}
function issuerOf(claims) {
  return claims === null || claims.issuer === "" ? "https://token.actions.githubusercontent.com" : claims.issuer;
}
function notTrusted(role, said, claims) {
  const why = `AWS did not let this job take the role ${role} (${said}): the role does not exist, or its trust policy does not name this job.`;
  if (claims === null) return `${why} The claims of the job's token could not be read.`;
  const forms = subjectForms(claims);
  const subjects = forms === null ? [claims.subject] : [forms.byName, forms.immutable];
  const issuer = issuerOf(claims).replace(/^https:\/\//, "");
  return [
    why,
    `  sub of the token: ${claims.subject}`,
    `  aud of the token: ${claims.audience}`,
    `Condition for the trust policy${forms === null ? "" : " (GitHub names a repository in the old form, then in the immutable one)"}:`,
    ...trustCondition(issuer, subjects).map((line) => `  ${line}`),
    advice(claims, forms)
  ].join("\n");
}
function trustCondition(issuer, subjects) {
  const condition = { StringEquals: { [`${issuer}:aud`]: AUDIENCE, [`${issuer}:sub`]: subjects.length === 1 ? subjects[0] : subjects } };
  return `"Condition": ${JSON.stringify(condition, null, 2)}`.split("\n");
}
function advice({ subject, ownerId, repositoryId }, forms) {
  if (/:pull_request$/.test(subject)) return "This job runs for a pull request, which anybody with write access can open: rather run it on a branch or in an environment, and trust that.";
  if (forms === null) return "The subject is made by a template of the organisation: trust it as it stands.";
  if (forms.inToken === "immutable") return "This token has the immutable form, so a policy with the old form alone refuses it; the immutable form alone is the stricter policy.";
  if (ownerId === null || repositoryId === null) return "This token has the old form. The ids of the other: gh api repos/OWNER/REPOSITORY --jq '.owner.id,.id'";
  return "This token has the old form; with both in the policy it goes on working when GitHub changes to the immutable one.";
}

// src/aws/session.ts
var TOKENS_A_ROLE = 2;
async function connectAws(settings, world) {
  const clientWorld = { ...world, random: world.random ?? Math.random };
  const credentials = settings.roleToAssume === null ? foundCredentials(settings, world, clientWorld) : roleCredentials(settings, settings.roleToAssume, world, clientWorld);
  const identity = await callerIdentity(settings, credentials, clientWorld);
  checkAccount(identity, settings.allowedAccountIds);
  return { region: settings.region, credentials, identity };
}
function roleCredentials(settings, roleArn, world, clientWorld) {
  checkTokenPermission(world.env);
  const take = () => withClient(stsClient({ region: settings.region, credentials: void 0 }, clientWorld), (sts) => takeRole(sts, settings, roleArn, world, clientWorld));
  return renewing(take, settings.roleDurationSeconds * 1e3, world.now);
}
async function takeRole(sts, settings, roleArn, world, pace) {
  const { region, roleSessionName, roleDurationSeconds: durationSeconds } = settings;
  for (let tokens = 1; ; tokens += 1) {
    const token = await newGithubToken(world.oidcToken, world.mask, pace);
    try {
      const answer = await sts.send(new import_client_sts.AssumeRoleWithWebIdentityCommand({ RoleArn: roleArn, RoleSessionName: roleSessionName, DurationSeconds: durationSeconds, WebIdentityToken: token }));
      return wholeCredentials(answer.Credentials, world.mask);
    } catch (error) {
      if (isExpired(error) && tokens < TOKENS_A_ROLE) continue;
      throw roleRefusal(error, { roleArn, region, durationSeconds, token });
    }
  }
}
function wholeCredentials(given, mask) {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: expiration } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken || expiration === void 0) throw new AwsError(`STS answered without whole credentials for the audience ${AUDIENCE}. Check that AWS_ENDPOINT_URL_STS, if set, is an STS.`);
  const credentials = { accessKeyId, secretAccessKey, sessionToken, expiration };
  maskCredentials(credentials, mask);
  return credentials;
}
function foundCredentials({ region, profile }, world, clientWorld) {
  const { config } = stsClient({ region, credentials: void 0, ...profile === null ? {} : { profile } }, clientWorld);
  return masked(config.credentials, world.mask);
}
async function callerIdentity({ region, profile }, credentials, world) {
  try {
    const { Account: account, Arn: arn } = await withClient(stsClient({ region, credentials }, world), (sts) => sts.send(new import_client_sts.GetCallerIdentityCommand({})));
    if (!account || !arn) throw new AwsError("STS answered without saying whose credentials these are. Check that AWS_ENDPOINT_URL_STS, if set, is an STS.");
    return { account, arn };
  } catch (error) {
    throw asAwsError(error, `Asking AWS whose credentials these are${profile === null ? "" : ` (profile ${printable(profile)})`}`);
  }
}
async function withClient(sts, use) {
  try {
    return await use(sts);
  } finally {
    sts.destroy();
  }
}
function checkAccount({ account, arn }, allowed) {
  if (allowed.length === 0 || allowed.includes(account)) return;
  throw new AwsError(`allowed-account-ids: the credentials belong to account ${printable(account)} (${printable(arn)}), which is not one of ${allowed.join(", ")}. Take a role of an allowed account, or add this one to the list.`);
}

export {
  connectAws
};
