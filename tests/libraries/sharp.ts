import sharp from 'sharp'

await sharp('photo.png').resize(200).toBuffer() // task.long
await sharp('photo.png').rotate().toFile('small.png') // task.long
