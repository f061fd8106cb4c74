const { SequelizeModule } = require('@nestjs/sequelize')

SequelizeModule.forRoot({ dialect: 'postgres', synchronize: true }) // schema.sync
SequelizeModule.forRoot({ dialect: 'postgres', sync: { alter: true } }) // schema.sync
SequelizeModule.forRootAsync({ useFactory: () => ({ synchronize: true }) }) // schema.sync

// Not these
SequelizeModule.forFeature([])

export {}
