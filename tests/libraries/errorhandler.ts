import errorhandler from 'errorhandler'
import express from 'express'

express().use(errorhandler()) // http.app, http.middleware, http.reveal
