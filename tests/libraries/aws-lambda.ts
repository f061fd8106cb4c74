import type { APIGatewayProxyEvent, APIGatewayProxyHandler, Context, Handler } from 'aws-lambda'

export async function call(
  handler: APIGatewayProxyHandler,
  other: Handler,
  event: APIGatewayProxyEvent,
  context: Context,
) {
  await handler(event, context, () => {}) // http.route
  await other(event, context, () => {}) // http.route
}
