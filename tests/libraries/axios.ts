import axios, { create, type AxiosInstance, type AxiosResponse } from 'axios'

export const all = [
  await axios('/users'), // external.read
  await axios.request({ url: '/users' }), // external.read
  await axios.get('/users'), // external.read
  await axios.delete('/users'), // external.read
  await axios.post('/users'), // external.read
  await axios.put('/users'), // external.read
  await axios.patch('/users'), // external.read
]
const { data } = await axios.get('/users') // external.read
const response = await axios.get('/users') // external.read
response.data // external.read
response.status

const client = axios.create()
await client('/users') // external.read
await client.request({ url: '/users' }) // external.read
await client.get('/users') // external.read
await client.delete('/users') // external.read
await client.post('/users') // external.read
await client.put('/users') // external.read
await client.patch('/users') // external.read
await create().get('/users') // external.read

export class Users {
  constructor(private readonly http: AxiosInstance) {}

  async all(): Promise<unknown> {
    return (await this.http.get('/users')).data // external.read, external.read
  }
}

export const dataOf = (given: AxiosResponse): unknown => given.data // external.read
export const both: unknown = [data]
