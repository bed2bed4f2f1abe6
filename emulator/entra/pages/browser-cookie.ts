import type { Request, Response } from 'express';

const NAME = 'ESTSEMULATOR';

/** The value by which a browser is known again; undefined for a new one. */
export function readBrowser(request: Request): string | undefined {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === NAME && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}

/** Kept until the browser closes. */
export function rememberBrowser(request: Request, response: Response, value: string): void {
  response.cookie(NAME, value, {
    httpOnly: true,
    secure: request.secure,
    sameSite: 'lax',
    path: '/',
    encode: String,
  });
}
