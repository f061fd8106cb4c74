import middy from '@middy/core'

export const handler = middy(async () => ({ statusCode: 200 })).use({ before: async () => {} }) // http.route
export const other = middy().handler(async () => ({ statusCode: 200 })) // http.route, http.route
