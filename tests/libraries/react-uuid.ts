import uuid from 'react-uuid'
import required = require('react-uuid')

uuid() // id.generate
required() // id.generate
require('react-uuid')() // id.generate
uuid.toString()
