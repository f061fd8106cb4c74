import { HttpModule, HttpService } from '@nestjs/axios'

HttpModule.register({ timeout: 1000 }) // http.call
HttpModule.registerAsync({ useFactory: () => ({ timeout: 1000 }) })

export class Users {
  constructor(private readonly http: HttpService) {}

  all() {
    return [
      this.http.get('/users'), // http.call
      this.http.delete('/users'), // http.call
      this.http.head('/users'), // http.call
      this.http.post('/users'), // http.call
      this.http.put('/users'), // http.call
      this.http.patch('/users'), // http.call
      this.http.request({ url: '/users' }), // http.call
    ]
  }
}
