// Serves a folder under the window's own content policy, on this computer only.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

/** The policy as app/window/policy.go has it. */
async function policy() {
  const source = await readFile(new URL('../../app/window/policy.go', import.meta.url), 'utf8')
  const [, expression] = /const Policy = ([^\n]*(?:\n\t[^\n]*)*)/.exec(source)
  return [...expression.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('')
}

export async function serve(folder) {
  const headers = { 'Content-Security-Policy': await policy() }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    const file = fileURLToPath(new URL(`../${folder}${path === '/' ? '/index.html' : path}`, import.meta.url))
    try {
      const body = await readFile(file)
      response.writeHead(200, { ...headers, 'Content-Type': kinds[extname(file)] ?? 'text/plain' }).end(body)
    } catch {
      response.writeHead(404, headers).end()
    }
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}
