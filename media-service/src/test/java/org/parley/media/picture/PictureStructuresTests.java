package org.parley.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.parley.media.TestPictures;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureStructuresTests {

	private static final Map<String, byte[]> PICTURES = Map.of("image/jpeg", TestPictures.jpeg(60, 40), "image/png",
			TestPictures.png(60, 40), "image/gif", TestPictures.gif(60, 40), "image/webp", webp(60, 40, 0));

	@Test
	void sizesAreRead() {
		PICTURES.forEach((type, bytes) -> {
			var structure = PictureStructures.read(bytes, type);
			assertThat(structure.width()).isEqualTo(60);
			assertThat(structure.height()).isEqualTo(40);
			assertThat(structure.isAnimated()).isFalse();
		});
	}

	@Test
	void framesAreCounted() {
		assertThat(PictureStructures.read(TestPictures.animatedGif(10, 10, 7), "image/gif").frames()).isEqualTo(7);
		assertThat(PictureStructures.read(webp(10, 10, 3), "image/webp").frames()).isEqualTo(3);
	}

	@Test
	void bytesBehindTheEndAreRefused() {
		PICTURES.forEach(
				(type, bytes) -> refuses(TestPictures.join(bytes, new byte[1]), type, MediaRefusal.TRAILING_BYTES));
	}

	@Test
	void everyShorterFileIsTruncated() {
		PICTURES.forEach((type, bytes) -> {
			for (int length = 12; length < bytes.length; length++) {
				refuses(Arrays.copyOf(bytes, length), type, MediaRefusal.TRUNCATED);
			}
		});
	}

	@Test
	void otherContentTypeIsRefused() {
		PICTURES.forEach((type, bytes) -> refuses(bytes, type.equals("image/png") ? "image/jpeg" : "image/png",
				MediaRefusal.TYPE_MISMATCH));
	}

	@Test
	void unknownContentIsRefused() {
		for (var text : new String[] { "", "<", "<svg/>", "GIF88a", "RIFF1234WAVE", "PK\u0003\u0004" }) {
			refuses(text.getBytes(StandardCharsets.ISO_8859_1), "image/png", MediaRefusal.TYPE_UNSUPPORTED);
		}
	}

	@Test
	void videoIsRefusedAsAnotherType() {
		refuses("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1), "image/jpeg", MediaRefusal.TYPE_MISMATCH);
		refuses("\u001AE\u00DF\u00A3 webm".getBytes(StandardCharsets.ISO_8859_1), "image/png",
				MediaRefusal.TYPE_MISMATCH);
	}

	@Test
	void fortyMegapixelsAreTheLimit() {
		assertThat(PictureStructures.read(TestPictures.rawPng(8_000, 5_000, 8, 2, 0, 1), "image/png").pixels())
			.isEqualTo(40_000_000);
		refuses(TestPictures.rawPng(8_000, 5_001, 8, 2, 0, 1), "image/png", MediaRefusal.TOO_MANY_PIXELS);
		refuses(TestPictures.rawPng(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 2, 0, 1), "image/png",
				MediaRefusal.TOO_MANY_PIXELS);
		refuses(webp(16_000, 10_000, 1), "image/webp", MediaRefusal.TOO_MANY_PIXELS);
	}

	@Test
	void emptyDimensionsAreRefused() {
		refuses(TestPictures.rawPng(0, 10, 8, 2, 0, 1), "image/png", MediaRefusal.UNDECODABLE);
		refuses(TestPictures.rawPng(-1, 10, 8, 2, 0, 1), "image/png", MediaRefusal.UNDECODABLE);
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
					assertThat(PictureStructures.read(changed, type).pixels()).isPositive();
				}
				catch (MediaRefusedException ex) {
					assertThat(ex.refusal()).isNotNull();
				}
			}
		});
	}

	private static void refuses(byte[] bytes, String type, MediaRefusal refusal) {
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> PictureStructures.read(bytes, type))
			.matches((refused) -> refused.refusal() == refusal);
	}

	/** The structure of a WebP file: one lossy picture, or a canvas with some frames. */
	private static byte[] webp(int width, int height, int frames) {
		var canvas = new byte[] { 0, 0, 0, 0, (byte) (width - 1), (byte) ((width - 1) >> 8), 0, (byte) (height - 1),
				(byte) ((height - 1) >> 8), 0 };
		var lossy = new byte[] { 0, 0, 0, (byte) 0x9D, 1, 0x2A, (byte) width, (byte) (width >> 8), (byte) height,
				(byte) (height >> 8) };
		var chunks = (frames == 0) ? riffChunk("VP8 ", lossy) : riffChunk("VP8X", canvas);
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
