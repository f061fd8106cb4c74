import { Module } from '@nestjs/common'
import { TypeOrmModule, type TypeOrmModuleOptions, type TypeOrmOptionsFactory } from '@nestjs/typeorm'

@Module({ imports: [TypeOrmModule.forRoot({ synchronize: true, dropSchema: false })] }) // schema.sync, schema.sync
export class AppModule {}

TypeOrmModule.forRootAsync({ useFactory: () => ({ synchronize: true }) }) // schema.sync
TypeOrmModule.forRootAsync({
  useFactory: async () => {
    return { dropSchema: true } // schema.sync
  },
})

export class Options implements TypeOrmOptionsFactory {
  createTypeOrmOptions() {
    return { synchronize: true } // schema.sync
  }
}

export const database = (): TypeOrmModuleOptions => ({ synchronize: true }) // schema.sync

// Not these
TypeOrmModule.forFeature([Options])
export const clock = { synchronize: true }

TypeOrmModule.forRoot({ type: 'postgres', password: 'x' }) // secret.use
