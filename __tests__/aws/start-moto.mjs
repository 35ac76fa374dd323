import { startMoto } from '../../scripts/moto.mjs';

/** Tests find the server by MOTO_URL. */
export default async function start() {
  const moto = await startMoto();
  globalThis.stopMoto = moto.close;
  process.env.MOTO_URL = moto.url;
}
