// Reads a screenshot: 8 bits a channel, not interlaced.
import { inflateSync } from "node:zlib";

const CHANNELS = { 2: 3, 6: 4 };

/** The picture: `channels` bytes a pixel, red, green and blue first. */
export function readPng(file) {
  const parts = [];
  let head;
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") head = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body[8], channels: CHANNELS[body[9]], interlaced: body[12] };
    if (kind === "IDAT") parts.push(body);
    at += length + 12;
  }
  if (head?.depth !== 8 || !head.channels || head.interlaced) throw new Error(`a PNG of another kind: ${JSON.stringify(head)}`);

  const { width, height, channels } = head;
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(parts));
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0, at = y * stride, from = at + y + 1; i < stride; i += 1, at += 1, from += 1) {
      const left = i >= channels ? pixels[at - channels] : 0;
      const up = y > 0 ? pixels[at - stride] : 0;
      const corner = i >= channels && y > 0 ? pixels[at - stride - channels] : 0;
      pixels[at] = raw[from] + guess(filter, left, up, corner);
    }
  }
  return { width, height, channels, pixels };
}

/** What a row's filter expects of a byte, by its neighbours. */
function guess(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** How many colours a part of the picture has, the share of the commonest, and the mean brightness, 0 to 255. */
export function survey(picture, { x, y, width, height }) {
  const { pixels } = picture;
  const counts = new Map();
  let sum = 0;
  let count = 0;
  for (let row = Math.ceil(y); row < Math.min(y + height, picture.height); row += 1) {
    for (let column = Math.ceil(x); column < Math.min(x + width, picture.width); column += 1) {
      const at = (row * picture.width + column) * picture.channels;
      const [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const colour = (red << 16) | (green << 8) | blue;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      sum += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      count += 1;
    }
  }
  if (count === 0) throw new Error("that part is not in the picture");
  return { colours: counts.size, commonest: Math.max(...counts.values()) / count, brightness: sum / count };
}
