/*
id: PRIV-06
title: Access by AWS Support
question: When did AWS Support take its role in the accounts, and which cases, permits and incident cases let AWS's staff in, in the period?
expect: population
category:
  management: required
events:
  sts.amazonaws.com: [AssumeRole]
  support.amazonaws.com: [CreateCase, AddCommunicationToCase, AddAttachmentsToSet, CompleteAttachmentUpload, ResolveCase]
  supportauthz.amazonaws.com: [CreateSupportPermit, DeleteSupportPermit, RejectSupportPermitRequest]
  security-ir.amazonaws.com: [CreateCase, UpdateCase, CreateCaseComment, CloseCase, UpdateResolverType, CreateMembership, UpdateMembership, CancelMembership]
needs: [outcome, actor_name, actor_class, source_ip, request_parameters, response_elements]
columns:
  event_time: When, UTC
  account_id: Account the event was recorded in
  region: AWS region
  actor_name: Who - a service name where AWS acted
  actor_class: Kind of actor
  event_name: Call
  access: Role taken, case opened, message sent, permit given or ended
  subject: Role, case or permit
  detail: Service the case is about, session name, or who resolves it
  source_ip: From where
  event_id: Event id
  source_file: Log object
limits: >-
  Successful calls only. The role of AWS Support reads metadata for checks of AWS's own as well as for cases; what each of its sessions read stands in the log under the role's name. Access by AWS staff that needs no role of the
  account, and what is said in a case, are not in CloudTrail.
references:
  - https://docs.aws.amazon.com/awssupport/latest/user/using-service-linked-roles-sup.html
  - https://docs.aws.amazon.com/awssupport/latest/user/cloudtrail-logging.html
*/
SELECT
  event_time,
  account_id,
  region,
  actor_name,
  actor_class,
  event_name,
  CASE
    WHEN event_name = 'AssumeRole' THEN 'support role taken'
    WHEN event_source = 'security-ir.amazonaws.com' THEN
      CASE event_name
        WHEN 'CreateCase' THEN 'incident case opened'
        WHEN 'CloseCase' THEN 'incident case closed'
        WHEN 'UpdateCase' THEN 'incident case changed'
        WHEN 'UpdateResolverType' THEN 'incident case handed over'
        WHEN 'CreateCaseComment' THEN 'message in an incident case'
        ELSE 'incident response membership changed'
      END
    WHEN event_name = 'CreateCase' THEN 'support case opened'
    WHEN event_name = 'ResolveCase' THEN 'support case resolved'
    WHEN event_name = 'AddCommunicationToCase' THEN 'message to support'
    WHEN event_name IN ('AddAttachmentsToSet', 'CompleteAttachmentUpload') THEN 'file to support'
    WHEN event_name = 'CreateSupportPermit' THEN 'permit for support given'
    WHEN event_name = 'DeleteSupportPermit' THEN 'permit for support ended'
    ELSE 'permit for support refused'
  END AS access,
  COALESCE(
    json_extract_scalar(request_parameters, '$.roleArn'),
    json_extract_scalar(request_parameters, '$.caseId'),
    json_extract_scalar(response_elements, '$.caseId'),
    json_extract_scalar(request_parameters, '$.name'),
    json_extract_scalar(request_parameters, '$.supportPermitIdentifier'),
    json_extract_scalar(request_parameters, '$.requestArn'),
    json_extract_scalar(request_parameters, '$.membershipId'),
    json_extract_scalar(response_elements, '$.membershipId'),
    json_extract_scalar(request_parameters, '$.attachmentSetId'),
    json_extract_scalar(response_elements, '$.attachmentSetId')
  ) AS subject,
  COALESCE(
    json_extract_scalar(request_parameters, '$.serviceCode'),
    json_extract_scalar(request_parameters, '$.roleSessionName'),
    json_extract_scalar(request_parameters, '$.resolverType'),
    'case ' || json_extract_scalar(request_parameters, '$.supportCaseDisplayId')
  ) AS detail,
  source_ip,
  event_id,
  source_file
FROM events
WHERE outcome = 'success'
  AND (
    (event_source = 'sts.amazonaws.com' AND event_name = 'AssumeRole' AND actor_class = 'aws-service'
      AND regexp_like(json_extract_scalar(request_parameters, '$.roleArn'), '/AWSServiceRoleForSupport$|/aws-service-role/support[.]amazonaws[.]com/'))
    OR (event_source = 'support.amazonaws.com' AND event_name IN ('CreateCase', 'AddCommunicationToCase', 'AddAttachmentsToSet', 'CompleteAttachmentUpload', 'ResolveCase'))
    OR (event_source = 'supportauthz.amazonaws.com' AND event_name IN ('CreateSupportPermit', 'DeleteSupportPermit', 'RejectSupportPermitRequest'))
    OR (event_source = 'security-ir.amazonaws.com' AND event_name IN (
      'CreateCase', 'UpdateCase', 'CreateCaseComment', 'CloseCase', 'UpdateResolverType', 'CreateMembership', 'UpdateMembership', 'CancelMembership'
    ))
  )
