import { jwtDecode } from 'jwt-decode'
// @ts-expect-error: until version 4
import decode from 'jwt-decode'

declare const token: string

jwtDecode<{ sub: string }>(token) // jwt.decode
decode(token) // jwt.decode
