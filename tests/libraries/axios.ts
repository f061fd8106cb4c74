import axios, { create, type AxiosInstance, type AxiosResponse } from 'axios'

export const all = [
  await axios('/users'), // external.read, http.call
  await axios.request({ url: '/users' }), // external.read, http.call
  await axios.get('/users'), // external.read, http.call
  await axios.delete('/users'), // external.read, http.call
  await axios.post('/users'), // external.read, http.call
  await axios.put('/users'), // external.read, http.call
  await axios.patch('/users'), // external.read, http.call
]
const { data } = await axios.get('/users') // external.read, http.call
const response = await axios.get('/users') // external.read, http.call
response.data // external.read
response.status

const client = axios.create() // http.call
await client('/users') // external.read
await client.request({ url: '/users' }) // external.read
await client.get('/users') // external.read
await client.delete('/users') // external.read
await client.post('/users') // external.read
await client.put('/users') // external.read
await client.patch('/users') // external.read
await create().get('/users') // external.read, http.call

export class Users {
  constructor(private readonly http: AxiosInstance) {}

  async all(): Promise<unknown> {
    return (await this.http.get('/users')).data // external.read, external.read
  }
}

export const dataOf = (given: AxiosResponse): unknown => given.data // external.read
export const both: unknown = [data]

export const more = [
  axios.head('/users'), // http.call
  axios.options('/users'), // http.call
  axios.postForm('/users', {}), // http.call
  axios.putForm('/users', {}), // http.call
  axios.patchForm('/users', {}), // http.call
  axios.isAxiosError(both),
]
