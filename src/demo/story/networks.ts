import { type Caller, inConsole, onCommandLine } from '../callers.js';
import { ADA, DATA, DATA_IRELAND, EVA, PROD, PROD_GLOBAL, PROD_IRELAND } from '../company.js';
import type { Call } from '../record.js';
import type { Scene } from '../scene.js';

/** The network of the functions of shop-prod, and that of the warehouse in shop-data. */
const SHOP = 'vpc-0c0ffee0shop00001';
const WAREHOUSE = 'vpc-0c0ffee0data00001';
const PEERING = 'pcx-0a1b2c3d4e5f60718';
/** The endpoint which the settings name among the approved networks. */
export const ENDPOINT = 'vpce-0a1b2c3d4e5f60718';
const MACHINE = 'i-0f1e2d3c4b5a69788';

const ada = (account: string, command: string): Caller => onCommandLine(ADA, account, '2026-10-07', command);
const done = { requestId: '6f1d2c3b-4a59-4876-9b0c-1d2e3f4a5b6c', _return: true } as const;
const ec2 = (at: string, name: string, caller: Caller, request: NonNullable<Call['request']>, response: NonNullable<Call['response']> = done): Call => ({ ...PROD_IRELAND, at, source: 'ec2', name, caller, request, response });
const filter = (at: string, name: string, request: NonNullable<Call['request']>): Call => ({ ...PROD_IRELAND, at, source: 'wafv2', name, caller: inConsole(EVA, PROD, '2026-10-13'), request: { scope: 'REGIONAL', ...request, lockToken: '5f1d0a7c-3b2e-4d19-8c60-7a1b2c3d4e5f' }, response: { nextLockToken: '8c2e1b6d-4a3f-4e28-9d71-6b0c1d2e3f4a' } });

const machine = (at: string, name: string, request: NonNullable<Call['request']>, state: string): Call => ec2(at, name, inConsole(ADA, PROD, '2026-10-27'), request, { requestId: done.requestId, instancesSet: { items: [{ instanceId: MACHINE, instanceState: { name: state } }] } });

export const NETWORKS: readonly Scene[] = [
  {
    name: 'networks-joined',
    sentence: 'The network of the functions is joined to that of the warehouse: a peering asked for and accepted, a route, an entry in the access list, a NAT gateway, and an endpoint for DynamoDB.',
    calls: [
      ec2('2026-10-07T08:05:10Z', 'CreateVpcPeeringConnection', ada(PROD, 'ec2.create-vpc-peering-connection'), { vpcId: SHOP, peerVpcId: WAREHOUSE, peerOwnerId: DATA }, { vpcPeeringConnection: { vpcPeeringConnectionId: PEERING, status: { code: 'initiating-request' } } }),
      { ...ec2('2026-10-07T08:09:44Z', 'AcceptVpcPeeringConnection', ada(DATA, 'ec2.accept-vpc-peering-connection'), { vpcPeeringConnectionId: PEERING }, { vpcPeeringConnection: { vpcPeeringConnectionId: PEERING, status: { code: 'provisioning' } } }), ...DATA_IRELAND },
      ec2('2026-10-07T08:12:20Z', 'CreateRoute', ada(PROD, 'ec2.create-route'), { routeTableId: 'rtb-0a1b2c3d4e5f60718', destinationCidrBlock: '10.30.0.0/16', vpcPeeringConnectionId: PEERING }),
      { ...ec2('2026-10-07T08:16:03Z', 'CreateNetworkAclEntry', ada(DATA, 'ec2.create-network-acl-entry'), { networkAclId: 'acl-0a1b2c3d4e5f60718', ruleNumber: 120, egress: false, ruleAction: 'allow', icmpTypeCode: {}, portRange: { from: 5432, to: 5432 }, aclProtocol: '6', cidrBlock: '10.20.0.0/16' }), ...DATA_IRELAND },
      ec2('2026-10-07T08:22:31Z', 'CreateNatGateway', ada(PROD, 'ec2.create-nat-gateway'), { CreateNatGatewayRequest: { SubnetId: 'subnet-0a1b2c3d4e5f60718', AllocationId: 'eipalloc-0a1b2c3d4e5f60718', ClientToken: 'a3c1' } }, { CreateNatGatewayResponse: { natGateway: { natGatewayId: 'nat-0a1b2c3d4e5f60718', vpcId: SHOP, state: 'pending' } } }),
      ec2('2026-10-07T08:27:55Z', 'CreateVpcEndpoint', ada(PROD, 'ec2.create-vpc-endpoint'), { CreateVpcEndpointRequest: { VpcId: SHOP, VpcEndpointType: 'Gateway', ServiceName: 'com.amazonaws.eu-west-1.dynamodb' } }, { CreateVpcEndpointResponse: { vpcEndpoint: { vpcEndpointId: ENDPOINT, state: 'available' } } }),
    ],
    shownBy: { 'NET-06': [0, 1, 5], 'NET-05': [2], 'NET-03': [3], 'NET-04': [4], 'CHG-01': 'all' },
    absentFrom: ['NET-02', 'CHG-02'],
  },
  {
    name: 'flow-logs-replaced',
    sentence: 'The flow logs of that network are deleted, and made anew with more fields nine minutes later.',
    calls: [
      ec2('2026-10-07T08:40:12Z', 'DeleteFlowLogs', ada(PROD, 'ec2.delete-flow-logs'), { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: 'fl-0a1b2c3d4e5f60718' } } }, { DeleteFlowLogsResponse: { unsuccessful: '' } }),
      ec2('2026-10-07T08:49:30Z', 'CreateFlowLogs', ada(PROD, 'ec2.create-flow-logs'), { CreateFlowLogsRequest: { ResourceType: 'VPC', ResourceId: { tag: 1, content: SHOP }, TrafficType: 'ALL', LogDestinationType: 'cloud-watch-logs', LogGroupName: '/vpc/shop' } }, { CreateFlowLogsResponse: { flowLogIdSet: { item: 'fl-0b2c3d4e5f6071829' } } }),
    ],
    shownBy: { 'LOG-08': [0], 'CHG-01': 'all' },
  },
  {
    name: 'web-filter-changed',
    sentence: 'After the night in which somebody guessed passwords, the address is put on the list of the shop\'s web filter, and a rule limits calls.',
    calls: [
      filter('2026-10-13T07:50:26Z', 'UpdateIPSet', { name: 'blocked', id: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE22222', addresses: ['192.0.2.66/32'] }),
      filter('2026-10-13T07:58:03Z', 'UpdateWebACL', { name: 'shop', id: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111', defaultAction: { allow: {} }, rules: [{ name: 'blocked', priority: 0 }, { name: 'rate', priority: 1 }], visibilityConfig: { sampledRequestsEnabled: true } }),
    ],
    shownBy: { 'NET-07': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['LOG-08'],
  },
  {
    name: 'name-for-the-webhooks',
    sentence: 'The webhooks get a name of their own in DNS.',
    calls: [{ ...PROD_GLOBAL, at: '2026-10-14T12:20:18Z', source: 'route53', name: 'ChangeResourceRecordSets', caller: inConsole(ADA, PROD, '2026-10-14'), request: { hostedZoneId: 'Z0EXAMPLESHOP1', changeBatch: { changes: [{ action: 'UPSERT', resourceRecordSet: { name: 'hooks.shop.example.', type: 'CNAME', tTL: 300, resourceRecords: [{ value: 'd-3c8y72vp6f.execute-api.eu-west-1.amazonaws.com' }] } }] } }, response: { changeInfo: { id: '/change/C0EXAMPLE156S', status: 'PENDING' } } }],
    shownBy: { 'NET-08': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
    absentFrom: ['RES-01'],
  },
  {
    name: 'machine-for-a-look',
    sentence: 'A small machine is started to look at the network from within (port 22 is opened to reach it), and ended half an hour later.',
    calls: [
      machine('2026-10-27T11:26:40Z', 'RunInstances', { instancesSet: { items: [{ imageId: 'ami-0a1b2c3d4e5f60718', minCount: 1, maxCount: 1, keyName: 'ben' }] }, instanceType: 't3.micro', groupSet: { items: [{ groupId: 'sg-0a1b2c3d4e5f60718' }] }, metadataOptions: { httpTokens: 'required' } }, 'pending'),
      machine('2026-10-27T11:55:02Z', 'TerminateInstances', { instancesSet: { items: [{ instanceId: MACHINE }] } }, 'shutting-down'),
    ],
    shownBy: { 'CMP-01': 'all', 'CHG-01': 'all', 'CHG-02': 'all' },
  },
];
