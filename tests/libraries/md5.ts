import md5 from 'md5'

md5('a') // text.scramble
