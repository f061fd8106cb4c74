import type { Library } from './library.ts'

export const nodeZlib: Library = {
  package: 'node:zlib',
  also: ['zlib'],
  rows: [
    {
      call: [
        'brotliCompressSync',
        'brotliDecompressSync',
        'deflateRawSync',
        'deflateSync',
        'gunzipSync',
        'gzipSync',
        'inflateRawSync',
        'inflateSync',
        'unzipSync',
        'zstdCompressSync',
        'zstdDecompressSync',
      ],
      role: 'sync.block',
      work: 'computation',
    },
  ],
}
