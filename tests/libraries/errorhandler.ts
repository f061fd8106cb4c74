import errorhandler from 'errorhandler'
import express from 'express'

express().use(errorhandler()) // http.reveal
