import formidable, { Formidable, IncomingForm, formidable as named } from 'formidable'

formidable({ uploadDir: 'uploads' }) // file.store
named({}) // file.store
new IncomingForm({}) // file.store
new Formidable({}) // file.store
