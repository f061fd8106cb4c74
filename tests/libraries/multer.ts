import multer, { diskStorage } from 'multer'

multer({ dest: 'uploads' }) // file.store
multer.diskStorage({ destination: 'uploads' }) // file.store
diskStorage({}) // file.store
multer.memoryStorage()
