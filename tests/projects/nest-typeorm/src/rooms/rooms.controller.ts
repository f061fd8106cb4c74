import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { z } from 'zod'
import { ZodPipe } from '../common/zod.pipe.js'
import { Room } from './room.entity.js'
import { RoomsService } from './rooms.service.js'

const newRoomSchema = z.object({ name: z.string().trim().min(1), seats: z.number().int().positive() })

@Controller('rooms')
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Get()
  findAll(@Query('seats', new ParseIntPipe({ optional: true })) seats = 1): Promise<Room[]> {
    return this.rooms.findAll(seats)
  }

  @Get('free')
  // finds next line: no-any
  async findFree(@Query() query: any): Promise<Room[]> {
    return this.rooms.findFree(new Date(query.from), new Date(query.until))
  }

  @Get(':id')
  get(@Param('id') id: string): Promise<Room> {
    return this.rooms.get(id)
  }

  @Post()
  create(@Body(new ZodPipe(newRoomSchema)) { name, seats }: z.infer<typeof newRoomSchema>): Promise<Room> {
    return this.rooms.create(name, seats)
  }
}
