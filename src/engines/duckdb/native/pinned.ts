/** DuckDB's native part is a package a platform (https://www.npmjs.com/package/@duckdb/node-bindings), of the same version as its JavaScript. */
export const NATIVE_VERSION = '1.5.6-r.1';

/** SHA-512 of each platform's package as published, in npm's form; a test compares them with package-lock.json. A platform without one is not fetched. */
export const PINNED_SHA512: Readonly<Record<string, string>> = {
  'linux-x64': 'sha512-IXcrZJE6kEqM0Z4wwdVnGBHX/frOS33VPNAwDXQ/Q+Fs84b058Qe94chrCCIcNJlG8Y3UHIUU4eBeCQxW5mN1Q==',
  'linux-x64-musl': 'sha512-PVzIEZqp7QN07WBgjmIH0cK2GKXR735KmL6wnghTzRnhHWrePxx3MjZB9zZHI8tB73wdF8luarBm4EgqSjGyVA==',
};

/** The file that Node loads; the library it needs lies beside it. */
export const NATIVE_FILE = 'duckdb.node';

/** `linux-x64`, `linux-x64-musl`, `darwin-arm64`…: the endings of the packages' names. */
export function platformName(): string {
  return `${process.platform}-${process.arch}${process.platform === 'linux' && isMusl() ? '-musl' : ''}`;
}

/** Node's own report names glibc's version where it runs on glibc. */
function isMusl(): boolean {
  const report = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
