package org.parley.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * A picture that is described from its beginning to its end without decoding it, so a
 * bomb is refused before any decoder sees it. The content decides what it is. Bytes
 * behind its end are not part of it, such as the second picture of some cameras; an end
 * mark that is missing is added.
 */
public final class PictureFile {

	/** The pixels of a frame. */
	public static final long MAX_PIXELS = 40_000_000;

	private static final byte[] END_OF_JPEG = { (byte) 0xFF, (byte) 0xD9 };

	private static final byte[] END_OF_PNG = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82 };

	private static final byte[] END_OF_GIF = { 0x3B };

	/** The bytes of a file that {@link #isPicture} needs. */
	public static final int HEAD = PictureFormat.HEAD;

	private final PictureStructure structure;

	private final byte[] content;

	private PictureFile(PictureStructure structure, byte[] content) {
		this.structure = structure;
		this.content = content;
	}

	/** Whether a file begins as a picture of a supported format. */
	public static boolean isPicture(byte[] head) {
		return PictureFormat.find(text(head)).isPresent();
	}

	/**
	 * Reads a file.
	 * @throws MediaRefusedException if the file is refused
	 */
	public static PictureFile read(byte[] bytes) {
		var structure = describe(bytes);
		if (structure.pixels() > MAX_PIXELS) {
			throw new MediaRefusedException(MediaRefusal.TOO_MANY_PIXELS);
		}
		return new PictureFile(structure, content(bytes, structure));
	}

	static PictureStructure describe(byte[] bytes) {
		var format = PictureFormat.find(text(bytes))
			.orElseThrow(() -> new MediaRefusedException(MediaRefusal.TYPE_UNSUPPORTED));
		var content = new PictureBytes(bytes);
		return switch (format) {
			case JPEG -> new JpegReader(content).read();
			case PNG -> new PngReader(content, bytes).read();
			case GIF -> new GifReader(content).read();
			case WEBP -> new WebpReader(content).read();
			case BMP -> new BmpReader(content).read();
			case HEIF -> new HeifReader(content).read();
		};
	}

	private static String text(byte[] bytes) {
		return new String(bytes, 0, Math.min(PictureFormat.HEAD, bytes.length), StandardCharsets.ISO_8859_1);
	}

	private static byte[] content(byte[] bytes, PictureStructure structure) {
		var picture = Arrays.copyOf(bytes, structure.end());
		return switch (structure.format()) {
			case JPEG -> structure.isEnded() ? picture : join(picture, END_OF_JPEG);
			case PNG -> structure.isEnded() ? picture
					: join(join(picture, PngReader.brokenPixels(bytes, structure.end())), END_OF_PNG);
			case GIF -> join(picture, END_OF_GIF);
			case HEIF -> withBrand(picture, PictureFormat.findBrand(text(picture)).orElseThrow());
			case BMP -> picture;
			case WEBP -> withLength(join(picture, new byte[picture.length & 1]));
		};
	}

	/** The length of a WebP is written at its beginning, and wrong in some files. */
	private static byte[] withLength(byte[] webp) {
		ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - 8);
		return webp;
	}

	/** Decoders look at the first brand alone. */
	private static byte[] withBrand(byte[] heif, String brand) {
		System.arraycopy(brand.getBytes(StandardCharsets.ISO_8859_1), 0, heif, PictureFormat.BRAND, brand.length());
		return heif;
	}

	private static byte[] join(byte[] picture, byte[] end) {
		var joined = Arrays.copyOf(picture, picture.length + end.length);
		System.arraycopy(end, 0, joined, picture.length, end.length);
		return joined;
	}

	/** The picture alone, which is not copied. */
	public byte[] content() {
		return this.content;
	}

	/** Whether it moves when the decoder of pictures has decoded it. */
	public boolean isAnimated() {
		return this.structure.frames() > 1 && this.structure.format() != PictureFormat.PNG;
	}

	/** The picture of a HEIC file, which the decoder of pictures does not know. */
	public Optional<HeicPicture> heic() {
		return (this.structure.format() == PictureFormat.HEIF) ? HeicReader.find(this.content) : Optional.empty();
	}

	/**
	 * The colour profile that the decoder of pictures does not see; empty if there is
	 * none.
	 */
	public byte[] profile() {
		return (this.structure.format() == PictureFormat.HEIF) ? HeicReader.profileOf(this.content) : new byte[0];
	}

	/** Whether it is a BMP, which that decoder does not know either. */
	public boolean isBitmap() {
		return this.structure.format() == PictureFormat.BMP;
	}

	/** Whether it is a PNG that moves, of which that decoder knows the first frame. */
	public boolean isAnimatedPng() {
		return this.structure.frames() > 1 && this.structure.format() == PictureFormat.PNG;
	}

	/** Whether it is an AVIF that moves, which that decoder does not know. */
	public boolean isAnimatedAvif() {
		return this.structure.format() == PictureFormat.HEIF
				&& text(this.content).startsWith("avis", PictureFormat.BRAND);
	}

	/**
	 * The picture without its movement. An AVIF that moves contains a picture that does
	 * not, which its brand hides.
	 */
	public PictureFile still() {
		if (!isAnimatedAvif()) {
			return this;
		}
		return new PictureFile(this.structure, withBrand(this.content.clone(), "avif"));
	}

	/**
	 * The picture of a PNG that the decoder refuses, if nothing but the checksum of its
	 * pixels is wrong.
	 */
	public Optional<PictureFile> corrected() {
		return (this.structure.format() == PictureFormat.PNG)
				? PngChecksum.correct(this.content).map((png) -> new PictureFile(this.structure, png))
				: Optional.empty();
	}

	/** Whether the file has its end mark; one without may lack pixels, too. */
	public boolean isEnded() {
		return this.structure.isEnded();
	}

	/**
	 * Reads the chunks of a PNG file up to its end.
	 *
	 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, section 5</a>
	 */
	static final class PngReader {

		private static final int SIGNATURE = 8;

		private static final int HEADER = 13;

		/** The length and the type of a chunk. */
		private static final int HEAD = 8;

		/** The length, the type and the checksum of a chunk. */
		private static final int FRAME = HEAD + 4;

		private static final String PIXELS = "IDAT";

		private final PictureBytes bytes;

		private final byte[] file;

		private boolean hasPixels;

		private int frames = 1;

		PngReader(PictureBytes bytes, byte[] file) {
			this.bytes = bytes;
			this.file = file;
		}

		PictureStructure read() {
			this.bytes.skip(SIGNATURE);
			if (this.bytes.nextInt() != HEADER || !this.bytes.nextText(4).equals("IHDR")) {
				throw PictureBytes.damaged();
			}
			var width = dimension();
			var height = dimension();
			this.bytes.skip(HEADER - 8L + 4);
			var isEnded = readChunks();
			var hasBrokenPixels = !isEnded && brokenPixels(this.file, this.bytes.place()).length > 0;
			if (!this.hasPixels && !hasBrokenPixels) {
				throw new MediaRefusedException(isEnded ? MediaRefusal.UNDECODABLE : MediaRefusal.TRUNCATED);
			}
			return new PictureStructure(PictureFormat.PNG, width, height, this.frames, this.bytes.place(), isEnded);
		}

		private int dimension() {
			var pixels = this.bytes.nextInt();
			if (pixels < 1 || pixels > Integer.MAX_VALUE) {
				throw PictureBytes.damaged();
			}
			return (int) pixels;
		}

		/** Skips all whole chunks up to the last one, which some programs forget. */
		private boolean readChunks() {
			while (this.bytes.remaining() >= FRAME && this.bytes.peekInt() <= this.bytes.remaining() - FRAME) {
				var length = this.bytes.nextInt();
				var type = this.bytes.nextText(4);
				if (type.equals("acTL") && length >= 4) {
					this.frames = Math.clamp(this.bytes.peekInt(), 1, Integer.MAX_VALUE);
				}
				this.bytes.skip(length + 4);
				if (type.equals("IEND")) {
					return true;
				}
				this.hasPixels = this.hasPixels || type.equals(PIXELS);
			}
			return false;
		}

		/**
		 * The rest of a chunk of pixels that broke off, as a whole chunk; empty if it has
		 * none. Many programs write all pixels as one chunk.
		 */
		static byte[] brokenPixels(byte[] file, int begin) {
			var length = file.length - begin - HEAD;
			if (length <= 0 || !PIXELS.equals(new String(file, begin + 4, 4, StandardCharsets.ISO_8859_1))) {
				return new byte[0];
			}
			var size = (int) Math.min(Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt(begin)), length);
			var chunk = ByteBuffer.allocate(size + FRAME).putInt(size).put(file, begin + 4, size + 4);
			var checksum = new CRC32();
			checksum.update(chunk.array(), 4, size + 4);
			return chunk.putInt((int) checksum.getValue()).array();
		}

	}

}
