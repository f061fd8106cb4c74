import zlib, { gzipSync } from 'node:zlib'
import * as everything from 'zlib'

gzipSync('a') // sync.block
everything.gzipSync('a') // sync.block
zlib.brotliCompressSync('a') // sync.block
zlib.brotliDecompressSync('a') // sync.block
zlib.deflateRawSync('a') // sync.block
zlib.deflateSync('a') // sync.block
zlib.gunzipSync('a') // sync.block
zlib.gzipSync('a') // sync.block
zlib.inflateRawSync('a') // sync.block
zlib.inflateSync('a') // sync.block
zlib.unzipSync('a') // sync.block
// @ts-expect-error newer than the installed @types/node
zlib.zstdCompressSync('a') // sync.block
// @ts-expect-error newer than the installed @types/node
zlib.zstdDecompressSync('a') // sync.block

// Not these
zlib.gzip('a', () => undefined)
zlib.createGzip().end()
