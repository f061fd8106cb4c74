import ffmpeg from 'fluent-ffmpeg'

ffmpeg('film.mov').size('640x?').save('film.mp4') // task.long
ffmpeg('film.mov').noAudio().saveToFile('film.mp4') // task.long
ffmpeg('film.mov').output('film.mp4').run() // task.long
ffmpeg('a.mp4').input('b.mp4').mergeToFile('both.mp4', 'parts') // task.long
ffmpeg('a.mp4').input('b.mp4').concat('both.mp4') // task.long
ffmpeg('a.mp4').input('b.mp4').concatenate('both.mp4') // task.long
ffmpeg('film.mov').screenshots({ count: 1 }) // task.long
ffmpeg('film.mov').takeScreenshots(1) // task.long
ffmpeg('film.mov').pipe(process.stdout)
