/** Reads certificates in PEM form: those in a text, whatever stands around them. */
import { X509Certificate } from 'node:crypto';
import type { Reader } from './read.ts';

/** One block, and what its label says that it is (RFC 7468, section 3). */
const block = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;
const begins = /-----BEGIN CERTIFICATE-----/g;

/**
 * The certificates of an input, without the text around them, which RFC 7468 (section 2) allows and which tools write.
 * Undefined when it is not set. A fault where one is cut off or none, or where a key is among them.
 */
export function readCertificates(reader: Reader, name: string): string | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const blocks = [...text.matchAll(block)].map(([pem, label = '']) => ({ pem, label }));
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text))
    reader.fault(
      name,
      'must not hold a private key: the runner shows this input in the log. Replace that key',
    );
  const wrong = certificates.findIndex((pem) => !isCertificate(pem));
  if (wrong >= 0)
    reader.fault(name, `the certificate number ${wrong + 1} in it cannot be read: is it cut off?`);
  const begun = text.match(begins)?.length ?? 0;
  if (begun > certificates.length) reader.fault(name, 'a certificate in it has no end: is it cut off?');
  if (begun === 0)
    reader.fault(name, 'must be one or more certificates in PEM form, from `-----BEGIN CERTIFICATE-----` on');
  return certificates.join('\n');
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
