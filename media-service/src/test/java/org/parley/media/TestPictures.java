package org.parley.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;

/** Makes pictures, also hostile ones. */
public final class TestPictures {

	private static final byte[] PNG_SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

	/** Three frames of 48 by 32 pixels, which libavif has written. */
	private static final String ANIMATED_AVIF = "AAAALGZ0eXBhdmlzAAAAAGF2aWZhdmlzbXNmMWlzbzhtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAA"
			+ "cGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAPpAAAAJgAAAChpaW5mAAAA"
			+ "AAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAMAAAACAAAAAQcGl4"
			+ "aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAACym1vb3YA"
			+ "AAB4bXZoZAEAAAAAAAAA5zEQlQAAAADnMRCVAAAD6P//////////AAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAA"
			+ "AQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAJKdHJhawAAAGh0a2hkAQAAAQAAAADn"
			+ "MRCVAAAAAOcxEJUAAAABAAAAAP//////////AAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAA"
			+ "AAAAQAAAAAAwAAAAIAAAAAAALGVkdHMAAAAkZWxzdAEAAAEAAAABAAAAAAAAASwAAAAAAAAAAAABAAAAAAGubWRpYQAAACxt"
			+ "ZGhkAQAAAAAAAADnMRCVAAAAAOcxEJUAAAPoAAAAAAAAASxVxAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAA"
			+ "AAABWW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAARlzdGJs"
			+ "AAAAlXN0c2QAAAAAAAAAAQAAAIVhdjAxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAADAAIABIAAAASAAAAAAAAAABCkFPTSBD"
			+ "b2RpbmcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABBjY3N0AAAA"
			+ "AHwAAAAAAAAYc3R0cwAAAAAAAAABAAAAAwAAAGQAAAAcc3RzYwAAAAAAAAABAAAAAQAAAAMAAAABAAAAIHN0c3oAAAAAAAAA"
			+ "AAAAAAMAAAAmAAAAHQAAAB0AAAAUc3RjbwAAAAAAAAABAAAD6QAAABRzdHNzAAAAAAAAAAEAAAABAAAAaG1kYXQSAAoNAAAA"
			+ "AqX/Nr5EBDQaEDITEACgAAACQAAABFb7jcIYXm7dahIAMhkwA8CAAABGoAAAAkAAIAAjDiDiT2/hxLaUEgAyGTAFwQQAAEag"
			+ "AAACQAAgACMOIOJPcBsntpQ=";

	/** A test picture of 48 by 32 pixels, which libvips has written. */
	private static final String AVIF = "AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA"
			+ "AAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAAO0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABh"
			+ "djAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgQAMAAAAABRpc3BlAAAAAAAAADAAAAAgAAAA"
			+ "EHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAD1bWRhdBIACgkYFS/7RAQ0GhAy3QFHEeHhdyaaaYWN"
			+ "gQDxQVYxSZ79B2s+mIizai0nochTsx/1CFYnRGrACja8m9PvdTS2JS4X1GzhuWL0evmy7uqGyOQTPltaiIyVc6lvmYXu"
			+ "X8Jc5sAZCWGyDLDYBtvQ3BqilmHb7TZH8rJp/50ciSiY8uC9OV2KezrfD351vMeYE9VlEYNQs/e/dB0jpQumwHeERtMK"
			+ "P0tu4rjiGSgdVFLi80FqP/0t63TzA12OTNtx541evAaQGfHALXyBv8l17UoiJa0jCVTqOzw/RXQrGJRuIIcihoVsbq1D"
			+ "D/wToA==";

	/** A black WebP of 7745 by 5164 pixels, deflated. */
	private static final String LARGE_WEBP = "eNoL8nRz+8PGwBDu6hQQFmARwcXAwMABxA5yDNoiDEARHxmgrL7DPS5WdgHBv/zTJigc/P+8"
			+ "V3DiLo4FHv//B7v8F9YQqP8f6LLk3+/3+///+36//v9fEOM3hADywEIg4jeS+CgxSowSo8QoMbSJ/5ddIzzddgFrDNeKzDQGBk9P"
			+ "LXD9wcYgxMjMwAhkgbAUIyuYDgNiaSg7Dog1oGqYgFiYCaE+s50FTAMNBAOLZAaGF8wIGlglTWBnYAHKGBgZGjBOhLAZgSYwLICK"
			+ "GxoYMC6AmPj/P9CGBRATHeUYGJihbB0RiOkAuJ+0Bw==";

	private TestPictures() {
	}

	public static byte[] jpeg(int width, int height) {
		return encode(image(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg");
	}

	public static byte[] png(int width, int height) {
		return encode(image(width, height, BufferedImage.TYPE_INT_ARGB), "png");
	}

	public static byte[] gif(int width, int height) {
		return encode(image(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif");
	}

	/** A GIF with some frames. */
	public static byte[] animatedGif(int width, int height, int frames) {
		try (var bytes = new ByteArrayOutputStream(); var out = ImageIO.createImageOutputStream(bytes)) {
			var writer = ImageIO.getImageWritersByFormatName("gif").next();
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int i = 0; i < frames; i++) {
				var frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
				var paint = frame.createGraphics();
				paint.setColor((i % 2 == 0) ? Color.RED : Color.BLUE);
				paint.fillRect(0, 0, width, height);
				paint.dispose();
				var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
				writer.writeToSequence(new IIOImage(frame, null, metadata), null);
			}
			writer.endWriteSequence();
			out.flush();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A JPEG whose EXIF data says that it must be turned, and where it was taken. */
	public static byte[] turnedJpeg(int width, int height, String place) {
		var exif = new ByteArrayOutputStream();
		exif.writeBytes(new byte[] { 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1 });
		exif.writeBytes(new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 });
		exif.writeBytes(place.getBytes(StandardCharsets.US_ASCII));
		return withSegment(jpeg(width, height), 0xE1, exif.toByteArray());
	}

	/** A JPEG with a second one behind it, which describes its high dynamic range. */
	public static byte[] ultraHdr() {
		var description = ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
				+ "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
				+ "xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0' hdrgm:secret='1'/>"
				+ "</rdf:RDF></x:xmpmeta>")
			.getBytes(StandardCharsets.US_ASCII);
		var index = "MPF\0MM\0*\0\0\0\u0008\0\0".getBytes(StandardCharsets.ISO_8859_1);
		return join(withSegment(withSegment(jpeg(300, 200), 0xE2, index), 0xE1, description),
				withSegment(jpeg(75, 50), 0xE1, description));
	}

	/** A JPEG with four colors of ink. */
	public static byte[] cmykJpeg() {
		var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 60, 40, 4, null);
		for (int y = 0; y < 40; y++) {
			for (int x = 0; x < 60; x++) {
				raster.setPixel(x, y, new int[] { x * 4, y * 6, 99, 20 });
			}
		}
		return write("jpg", new IIOImage(raster, null, null), ImageWriteParam.MODE_DISABLED);
	}

	public static byte[] animatedAvif() {
		return Base64.getDecoder().decode(ANIMATED_AVIF);
	}

	/** A HEIF file with another first brand; the later ones stay. */
	public static byte[] withFirstBrand(byte[] heif, String brand) {
		System.arraycopy(brand.getBytes(StandardCharsets.US_ASCII), 0, heif, 8, 4);
		return heif;
	}

	/**
	 * A PNG of one chunk of pixels, whose checksum is wrong while that of the chunk is
	 * right.
	 */
	public static byte[] withWrongChecksum(byte[] png) {
		var begin = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
		var pixels = Arrays.copyOfRange(png, begin, png.length - 16);
		pixels[pixels.length - 1]++;
		return join(Arrays.copyOf(png, begin - 8), chunk("IDAT", pixels), chunk("IEND", new byte[0]));
	}

	public static byte[] avif() {
		return Base64.getDecoder().decode(AVIF);
	}

	/** A WebP of 40 megapixels. */
	public static byte[] largeWebp() {
		var file = new ByteArrayOutputStream();
		try (var inflated = new InflaterOutputStream(file)) {
			inflated.write(Base64.getDecoder().decode(LARGE_WEBP));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	/** A JPEG without colors. */
	public static byte[] grayJpeg() {
		return encode(image(300, 200, BufferedImage.TYPE_BYTE_GRAY), "jpg");
	}

	/** A picture that is shown coarsely before it is complete. */
	public static byte[] progressive(String format) {
		return write(format, new IIOImage(image(300, 200, BufferedImage.TYPE_3BYTE_BGR), null, null),
				ImageWriteParam.MODE_DEFAULT);
	}

	private static byte[] write(String format, IIOImage image, int progressiveMode) {
		var writer = ImageIO.getImageWritersByFormatName(format).next();
		try (var bytes = new ByteArrayOutputStream(); var out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			var options = writer.getDefaultWriteParam();
			options.setProgressiveMode(progressiveMode);
			writer.write(null, image, options);
			out.flush();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Inserts zeros after the first segment of a JPEG. */
	public static byte[] withBytesBetweenSegments(byte[] jpeg) {
		var end = 4 + ((jpeg[4] & 0xFF) << 8 | (jpeg[5] & 0xFF));
		return join(Arrays.copyOf(jpeg, end), new byte[5], Arrays.copyOfRange(jpeg, end, jpeg.length));
	}

	/** Inserts a segment after the start of a JPEG. */
	public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
		var length = content.length + 2;
		return join(Arrays.copyOf(jpeg, 2),
				new byte[] { (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length }, content,
				Arrays.copyOfRange(jpeg, 2, jpeg.length));
	}

	/**
	 * A PNG with any header.
	 * @param depth the bits of a sample
	 * @param color the color type
	 * @param interlace 1 for Adam7
	 * @param pixels the number of zero bytes that are compressed as its pixels
	 */
	public static byte[] rawPng(int width, int height, int depth, int color, int interlace, long pixels,
			byte[]... chunks) {
		var header = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(header)) {
			out.writeInt(width);
			out.writeInt(height);
			out.write(new byte[] { (byte) depth, (byte) color, 0, 0, (byte) interlace });
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return join(PNG_SIGNATURE, chunk("IHDR", header.toByteArray()), join(chunks), chunk("IDAT", zeros(pixels)),
				chunk("IEND", new byte[0]));
	}

	/** A compressed color profile that becomes very large. */
	public static byte[] profileBomb(long size) {
		return chunk("iCCP", join("bomb\0\0".getBytes(StandardCharsets.US_ASCII), zeros(size)));
	}

	public static byte[] chunk(String type, byte[] content) {
		var name = type.getBytes(StandardCharsets.US_ASCII);
		var crc = new CRC32();
		crc.update(name);
		crc.update(content);
		return join(number(content.length), name, content, number((int) crc.getValue()));
	}

	private static byte[] number(int value) {
		return new byte[] { (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value };
	}

	private static byte[] zeros(long count) {
		var bytes = new ByteArrayOutputStream();
		try (var out = new DeflaterOutputStream(bytes)) {
			var part = new byte[64 * 1024];
			for (long rest = count; rest > 0; rest -= part.length) {
				out.write(part, 0, (int) Math.min(rest, part.length));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	public static byte[] join(byte[]... parts) {
		var joined = new ByteArrayOutputStream();
		for (var part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

	private static BufferedImage image(int width, int height, int type) {
		var image = new BufferedImage(width, height, type);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, 0x80000000 | (x * 255 / width) << 16 | (y * 255 / height) << 8 | ((x ^ y) & 0x3F));
			}
		}
		return image;
	}

	private static byte[] encode(BufferedImage image, String format) {
		try (var bytes = new ByteArrayOutputStream()) {
			if (!ImageIO.write(image, format, bytes)) {
				throw new IllegalArgumentException(format);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
