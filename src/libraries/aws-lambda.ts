import type { Library } from './library.ts'

export const awsLambda: Library = {
  package: 'aws-lambda',
  aliases: {
    ALBHandler: 'APIGatewayProxyHandler',
    APIGatewayProxyHandlerV2: 'APIGatewayProxyHandler',
    APIGatewayProxyWithCognitoAuthorizerHandler: 'APIGatewayProxyHandler',
    APIGatewayProxyWithLambdaAuthorizerHandler: 'APIGatewayProxyHandler',
    DynamoDBStreamHandler: 'Handler',
    EventBridgeHandler: 'Handler',
    S3Handler: 'Handler',
    SNSHandler: 'Handler',
    SQSHandler: 'Handler',
    ScheduledHandler: 'Handler',
  },
  rows: [
    { on: 'APIGatewayProxyHandler', call: '()', role: 'http.route', handler: 'typed', answers: 'function' },
    { on: 'Handler', call: '()', role: 'http.route', handler: 'typed', answers: 'function' },
  ],
}
