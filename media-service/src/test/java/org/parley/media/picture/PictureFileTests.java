package org.parley.media.picture;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureFileTests {

	private static final Map<String, byte[]> PICTURES = Map.of("image/jpeg", TestPictures.jpeg(60, 40), "image/png",
			TestPictures.png(60, 40), "image/gif", TestPictures.gif(60, 40), "image/webp", webp(60, 40, 0));

	/** The size of a HEIC file. */
	private static final byte[] SIZE = { 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 100 };

	@Test
	void sizesAreRead() {
		PICTURES.forEach((type, bytes) -> {
			var structure = PictureFile.describe(bytes);
			assertThat(structure.width()).as(type).isEqualTo(60);
			assertThat(structure.height()).isEqualTo(40);
			assertThat(structure.frames()).isOne();
		});
	}

	@Test
	void framesAreCounted() {
		assertThat(PictureFile.describe(TestPictures.animatedGif(10, 10, 7)).frames()).isEqualTo(7);
		assertThat(PictureFile.describe(webp(10, 10, 3)).frames()).isEqualTo(3);
	}

	@Test
	void movingAvifContainsOneThatIsStill() {
		var moving = PictureFile.read(TestPictures.animatedAvif());
		assertThat(moving.isAnimatedAvif()).isTrue();
		assertThat(moving.still().isAnimatedAvif()).isFalse();
		assertThat(moving.still().content()).hasSameSizeAs(moving.content());
		var still = PictureFile.read(TestPictures.avif());
		assertThat(still.isAnimatedAvif()).isFalse();
		assertThat(still.still()).isSameAs(still);
	}

	@Test
	void bytesBehindTheEndAreDropped() {
		PICTURES.forEach((type, bytes) -> PICTURES.values()
			.forEach((other) -> assertThat(PictureFile.read(TestPictures.join(bytes, new byte[3], other)).content())
				.as(type)
				.isEqualTo(bytes)));
	}

	/** Decoders read on behind it, so what follows must not go uncounted. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void segmentShorterThanItsLengthIsRefused(int length) {
		var jpeg = Objects.requireNonNull(PICTURES.get("image/jpeg"));
		refuses(TestPictures.join(Arrays.copyOf(jpeg, jpeg.length - 2),
				new byte[] { (byte) 0xFF, (byte) 0xFE, 0, (byte) length, (byte) 0xFF, (byte) 0xD9 }),
				MediaRefusal.UNDECODABLE);
	}

	@Test
	void missingEndMarkIsAdded() {
		Map.of("image/jpeg", 2, "image/png", 12, "image/gif", 1).forEach((type, mark) -> {
			var bytes = Objects.requireNonNull(PICTURES.get(type));
			for (int missing = 1; missing <= mark; missing++) {
				var picture = PictureFile.read(Arrays.copyOf(bytes, bytes.length - missing));
				assertThat(picture.content()).as("%s without %d bytes", type, missing)
					.startsWith(Arrays.copyOf(bytes, bytes.length - mark));
				assertThat(PictureFile.describe(picture.content()).isEnded()).isTrue();
			}
		});
	}

	@Test
	void singleChunkOfPixelsThatBrokeOffIsEnded() {
		var png = Objects.requireNonNull(PICTURES.get("image/png"));
		var pixels = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
		for (var end = pixels + 1; end < png.length - 12; end++) {
			var read = PictureFile.read(Arrays.copyOf(png, end));
			assertThat(read.isEnded()).isFalse();
			var left = Arrays.copyOfRange(png, pixels, Math.min(end, png.length - 16));
			assertThat(read.content()).as("%d bytes", end)
				.isEqualTo(TestPictures.join(Arrays.copyOf(png, pixels - 8), TestPictures.chunk("IDAT", left),
						TestPictures.chunk("IEND", new byte[0])));
		}
		refuses(Arrays.copyOf(png, pixels), MediaRefusal.TRUNCATED);
	}

	@Test
	void wrongChecksumOfPixelsIsCorrected() {
		var png = Objects.requireNonNull(PICTURES.get("image/png"));
		var begin = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
		var pixels = Arrays.copyOfRange(png, begin, png.length - 16);
		var wrong = pixels.clone();
		wrong[wrong.length - 1]++;
		var head = Arrays.copyOf(png, begin - 8);
		var end = TestPictures.chunk("IEND", new byte[0]);
		for (var data : List.of(wrong, Arrays.copyOf(wrong, wrong.length + 9),
				Arrays.copyOf(wrong, wrong.length - 3))) {
			for (var cut : new int[] { 0, 1, 9, data.length }) {
				var file = TestPictures.join(head, TestPictures.chunk("IDAT", Arrays.copyOf(data, cut)),
						TestPictures.chunk("IDAT", Arrays.copyOfRange(data, cut, data.length)), end);
				assertThat(PictureFile.read(file).corrected().orElseThrow().content()).isEqualTo(png);
			}
		}
		for (var place : new int[] { 2, pixels.length / 2, pixels.length - 1 }) {
			var damaged = png.clone();
			damaged[begin + place] ^= 85;
			assertThat(PictureFile.read(damaged).corrected()).isEmpty();
		}
		var cut = TestPictures.join(head, TestPictures.chunk("IDAT", Arrays.copyOf(pixels, pixels.length / 2)), end);
		assertThat(PictureFile.read(cut).corrected()).isEmpty();
		assertThat(PictureFile.read(png).corrected()).as("right checksum").isEmpty();
		var parts = TestPictures.join(head, TestPictures.chunk("IDAT", Arrays.copyOf(pixels, 9)),
				TestPictures.chunk("IDAT", Arrays.copyOfRange(pixels, 9, pixels.length)), end);
		assertThat(PictureFile.read(parts).corrected()).as("right checksum").isEmpty();
		assertThat(PictureFile.read(TestPictures.gif(60, 40)).corrected()).isEmpty();
	}

	@Test
	void fileWithoutPixelsIsTruncated() {
		PICTURES.forEach((type, bytes) -> {
			for (int length = 12; length < 28; length++) {
				refuses(Arrays.copyOf(bytes, length), MediaRefusal.TRUNCATED);
			}
		});
	}

	@Test
	void movingWebpThatBrokeOffEndsWithItsLastWholeFrame() {
		var webp = webp(10, 10, 3);
		var frame = 8 + 16;
		for (var missing = 1; missing <= frame; missing++) {
			var read = PictureFile.describe(Arrays.copyOf(webp, webp.length - missing));
			assertThat(read.frames()).isEqualTo(2);
			assertThat(read.end()).isEqualTo(webp.length - frame);
			assertThat(PictureFile.read(Arrays.copyOf(webp, webp.length - missing)).content().length)
				.isEqualTo(webp.length - frame);
		}
	}

	@Test
	void dataThatBrokeOffAreFilledUp() {
		var data = new byte[500];
		Arrays.fill(data, (byte) 5);
		var webp = webp(60, 40, 0, data);
		for (var file : List.of(webp, TestPictures.join(avif(300, 200), TestVideos.box("mdat", data)))) {
			var brokenOff = Arrays.copyOf(file, file.length - 200);
			var picture = PictureFile.read(brokenOff);
			assertThat(picture.isEnded()).isFalse();
			assertThat(picture.content()).hasSize(file.length).startsWith(brokenOff).endsWith(new byte[200]);
		}
		webp[19] = 127;
		refuses(webp, MediaRefusal.TRUNCATED);
	}

	@Test
	void wrongLengthOfAWebpIsCorrected() {
		var webp = webp(60, 40, 0);
		webp[4]++;
		assertThat(PictureFile.read(webp).content()).isEqualTo(webp(60, 40, 0));
	}

	@Test
	void unknownContentIsRefused() {
		for (var text : new String[] { "", "<", "<svg/>", "GIF88a", "RIFF1234WAVE", "BM is short", "PK\u0003\u0004" }) {
			refuses(text.getBytes(StandardCharsets.ISO_8859_1), MediaRefusal.TYPE_UNSUPPORTED);
		}
	}

	@Test
	void fortyMegapixelsAreTheLimit() {
		assertThat(PictureFile.describe(TestPictures.rawPng(8_000, 5_000, 8, 2, 0, 1)).pixels()).isEqualTo(40_000_000);
		refuses(TestPictures.rawPng(8_000, 5_001, 8, 2, 0, 1), MediaRefusal.TOO_MANY_PIXELS);
		refuses(TestPictures.rawPng(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 2, 0, 1), MediaRefusal.TOO_MANY_PIXELS);
		assertThat(PictureFile.read(TestPictures.animatedGif(1_000, 1_000, 41)).isAnimated()).isTrue();
		refuses(webp(16_000, 10_000, 1), MediaRefusal.TOO_MANY_PIXELS);
	}

	@Test
	void bitmapOfEitherDirectionIsDescribed() {
		for (var height : new int[] { 40, -40 }) {
			var structure = PictureFile.describe(bmp(60, height, 54));
			assertThat(structure.width()).isEqualTo(60);
			assertThat(structure.height()).isEqualTo(40);
		}
		refuses(bmp(60, 40, 60), MediaRefusal.TRUNCATED);
		refuses(Arrays.copyOf(bmp(60, 40, 54), 20), MediaRefusal.TRUNCATED);
		refuses(bmp(0, 40, 54), MediaRefusal.UNDECODABLE);
		refuses(bmp(60, Integer.MIN_VALUE, 54), MediaRefusal.UNDECODABLE);
		refuses(bmp(-60_000, 60_000, 54), MediaRefusal.TOO_MANY_PIXELS);
	}

	private static byte[] bmp(int width, int height, int pixels) {
		return ByteBuffer.allocate(60)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put((byte) 'B')
			.put((byte) 'M')
			.putInt(60)
			.putInt(0)
			.putInt(pixels)
			.putInt(40)
			.putInt(width)
			.putInt(height)
			.array();
	}

	@Test
	void emptyDimensionsAreRefused() {
		refuses(TestPictures.rawPng(0, 10, 8, 2, 0, 1), MediaRefusal.UNDECODABLE);
		refuses(TestPictures.rawPng(-1, 10, 8, 2, 0, 1), MediaRefusal.UNDECODABLE);
	}

	/** Random changes end in a structure or a refusal, and never in another exception. */
	@Test
	void changedBytesEndInAStructureOrARefusal() {
		var random = new Random(1);
		PICTURES.forEach((type, bytes) -> {
			for (int i = 0; i < 5_000; i++) {
				var changed = bytes.clone();
				for (int changes = random.nextInt(1, 8); changes > 0; changes--) {
					changed[random.nextInt(changed.length)] = (byte) random.nextInt();
				}
				try {
					assertThat(PictureFile.describe(changed).pixels()).isPositive();
				}
				catch (MediaRefusedException ex) {
					assertThat(ex.refusal()).isNotNull();
				}
			}
		});
	}

	@Test
	void sizeOfAnAvifIsRead() {
		var structure = PictureFile
			.describe(TestPictures.join(avif(300, 200), new byte[] { 0, 0, 0, 99 }, new byte[20]));
		assertThat(structure.width()).isEqualTo(300);
		assertThat(structure.height()).isEqualTo(200);
		assertThat(structure.end()).isEqualTo(avif(300, 200).length);
		refuses(avif(300_000, 200_000), MediaRefusal.TOO_MANY_PIXELS);
		refuses(avif(-1, 2), MediaRefusal.UNDECODABLE);
		refuses(TestVideos.box("ftyp", "avif".getBytes(StandardCharsets.US_ASCII)), MediaRefusal.UNDECODABLE);
	}

	@ParameterizedTest
	@CsvSource({ "avif, avif", "miaf____mif1, mif1", "MA1B____mif1avifmiaf, mif1", "mif2____mif1heic, mif1",
			"1pic____heic, heic", "hevc____msf1hevcheic, msf1", "iso8____miafavif, avif" })
	void laterBrandSaysWhatAPictureIs(String brands, String first) {
		var avif = avif(300, 200);
		var file = TestPictures.join(TestVideos.box("ftyp", brands.getBytes(StandardCharsets.US_ASCII)),
				Arrays.copyOfRange(avif, 12, avif.length));
		assertThat(PictureFile.isPicture(file)).isTrue();
		var picture = PictureFile.read(file).content();
		assertThat(new String(picture, 8, 4, StandardCharsets.US_ASCII)).isEqualTo(first);
		assertThat(picture).hasSameSizeAs(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "isom____isomiso2avc1mp41", "mp42avif", "qt  ____qt  ", "isom", "", "isom____isommif1msf1",
			"mp42____mp42heic", "qt  ____mif1", "3gp5____msf1hevc" })
	void videoIsNoPicture(String brands) {
		var file = TestPictures.join(TestVideos.box("ftyp", brands.getBytes(StandardCharsets.US_ASCII)),
				TestVideos.box("avif", "avif".getBytes(StandardCharsets.US_ASCII)));
		assertThat(PictureFile.isPicture(file)).isFalse();
	}

	@Test
	void deeplyNestedBoxesAreNotFollowed() {
		var nested = new byte[0];
		for (int depth = 0; depth < 2_000; depth++) {
			nested = TestVideos.box("meta", new byte[4], nested);
		}
		refuses(TestPictures.join(TestVideos.box("ftyp", "avif".getBytes(StandardCharsets.US_ASCII)), nested),
				MediaRefusal.UNDECODABLE);
	}

	@Test
	void extentsThatTakeNoByteAreCounted() {
		var item = new byte[] { 0, 1, 0, 0, (byte) 0xFF, (byte) 0xFF };
		var places = TestPictures.join(new byte[] { 0, 0, 0, 0, 0, 0, 0, 2 }, item, item);
		refusesPicture(heic(TestVideos.box("iloc", places), new byte[0]));
	}

	@Test
	void unitsThatTakeAByteAreLimited() {
		var type = TestVideos.box("infe", new byte[] { 2, 0, 0, 0, 0, 1, 0, 0, 'h', 'v', 'c', '1' });
		var uses = new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 2 };
		var data = new byte[5 * 1024 * 1024];
		var place = ByteBuffer.allocate(22).put(4, (byte) 0x44).put(7, (byte) 1).put(9, (byte) 1).put(13, (byte) 1);
		var description = TestPictures.join(TestVideos.box("pitm", new byte[] { 0, 0, 0, 0, 0, 1 }),
				TestVideos.box("iinf", new byte[] { 0, 0, 0, 0, 0, 1 }, type), TestVideos.box("iprp",
						TestVideos.box("ipco", TestVideos.box("hvcC", new byte[23])), TestVideos.box("ipma", uses)),
				TestVideos.box("iloc", place.putInt(18, data.length).array()));
		refusesPicture(heic(description, data));
	}

	/** Each of 255 uses of a box of a megabyte may be the opacity. */
	@Test
	void largeBoxesAreNotCopied() {
		var uses = new byte[11 + 255];
		Arrays.fill(uses, 11, uses.length, (byte) 1);
		uses[7] = 1;
		uses[9] = 2;
		uses[10] = (byte) 255;
		var description = TestPictures.join(TestVideos.box("pitm", new byte[] { 0, 0, 0, 0, 0, 1 }),
				TestVideos.box("iref", new byte[4], TestVideos.box("auxl", new byte[] { 0, 2, 0, 1, 0, 1 })),
				TestVideos.box("iprp", TestVideos.box("ipco", TestVideos.box("auxC", new byte[1024 * 1024])),
						TestVideos.box("ipma", uses)));
		var picture = PictureFile.read(heic(description, new byte[0]));
		var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		var before = memory.getCurrentThreadAllocatedBytes();
		assertThat(picture.heic()).isEmpty();
		assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(16L * 1024 * 1024);
	}

	private static void refusesPicture(byte[] file) {
		var picture = PictureFile.read(file);
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(picture::heic)
			.matches((refused) -> refused.refusal() == MediaRefusal.UNDECODABLE);
	}

	private static byte[] heic(byte[] description, byte[] data) {
		var size = TestVideos.box("iprp", TestVideos.box("ipco", TestVideos.box("ispe", SIZE)));
		return TestPictures.join(TestVideos.box("ftyp", "heic".getBytes(StandardCharsets.US_ASCII)),
				TestVideos.box("meta", new byte[4], description, size), TestVideos.box("mdat", data));
	}

	private static byte[] avif(int width, int height) {
		var size = ByteBuffer.allocate(12).putInt(4, width).putInt(8, height).array();
		return TestPictures.join(TestVideos.box("ftyp", "avif".getBytes(StandardCharsets.US_ASCII)), TestVideos
			.box("meta", new byte[4], TestVideos.box("iprp", TestVideos.box("ipco", TestVideos.box("ispe", size)))));
	}

	private static void refuses(byte[] bytes, MediaRefusal refusal) {
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> PictureFile.read(bytes))
			.matches((refused) -> refused.refusal() == refusal);
	}

	/** The structure of a WebP file: one lossy picture, or a canvas with some frames. */
	private static byte[] webp(int width, int height, int frames, byte... data) {
		var canvas = new byte[] { 0, 0, 0, 0, (byte) (width - 1), (byte) ((width - 1) >> 8), 0, (byte) (height - 1),
				(byte) ((height - 1) >> 8), 0 };
		var lossy = new byte[] { 0, 0, 0, (byte) 0x9D, 1, 0x2A, (byte) width, (byte) (width >> 8), (byte) height,
				(byte) (height >> 8) };
		var chunks = (frames == 0) ? riffChunk("VP8 ", TestPictures.join(lossy, data)) : riffChunk("VP8X", canvas);
		for (int i = 0; i < frames; i++) {
			chunks = TestPictures.join(chunks, riffChunk("ANMF", new byte[16]));
		}
		return riffChunk("RIFF", TestPictures.join("WEBP".getBytes(StandardCharsets.US_ASCII), chunks));
	}

	private static byte[] riffChunk(String type, byte[] content) {
		var length = content.length;
		return TestPictures.join(type.getBytes(StandardCharsets.US_ASCII),
				new byte[] { (byte) length, (byte) (length >> 8), (byte) (length >> 16), 0 }, content,
				new byte[length & 1]);
	}

}
