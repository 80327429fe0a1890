package org.parley.media.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.video.VideoStructures.VideoStructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VideoStructuresTests {

	private static final byte[] MP4 = TestVideos.bareMp4(3, TestVideos.track(640, 360));

	private static final byte[] WEBM = TestVideos.bareWebm(640, 360);

	@Test
	void mp4IsDescribed() {
		assertThat(read(MP4)).isEqualTo(new VideoStructure(VideoFormat.MP4, 640, 360, Duration.ofSeconds(3)));
	}

	@Test
	void webmOfARecorderIsDescribed() {
		assertThat(read(WEBM)).isEqualTo(new VideoStructure(VideoFormat.WEBM, 640, 360, Duration.ZERO));
	}

	@Test
	void durationOfAWebmIsCountedInItsScale() {
		var information = TestVideos.element(0x1549A966,
				TestVideos.element(0x4489, ByteBuffer.allocate(8).putDouble(61_000).array()));
		assertThat(read(TestVideos.bareWebm(640, 360, information)).duration()).isEqualTo(Duration.ofSeconds(61));
	}

	@Test
	void truncatedFileIsRefused() {
		for (int length = 12; length < MP4.length; length++) {
			refuses(Arrays.copyOf(MP4, length), MediaRefusal.TRUNCATED);
		}
	}

	@Test
	void bytesBehindTheEndAreIgnored() {
		for (var tail : new String[] { "<html><script>alert(1)</script></html>", "PK\u0003\u0004 an archive",
				"\0\0\0" }) {
			var bytes = tail.getBytes(StandardCharsets.ISO_8859_1);
			assertThat(read(TestPictures.join(MP4, bytes))).isEqualTo(read(MP4));
			assertThat(read(TestPictures.join(WEBM, bytes))).isEqualTo(read(WEBM));
		}
		assertThat(read(TestPictures.join(MP4, TestVideos.box("sefd", new byte[9])))).isEqualTo(read(MP4));
	}

	@Test
	void quickTimeOfACameraIsDescribed() {
		var begin = new String(MP4, StandardCharsets.ISO_8859_1).indexOf("mdat") - 4;
		var boxes = Arrays.copyOfRange(MP4, begin, MP4.length);
		for (var first : new byte[][] { TestVideos.box("ftyp", new byte[] { 'q', 't', ' ', ' ' }, new byte[4]),
				TestVideos.box("wide"), TestVideos.box("skip", new byte[20]), TestVideos.box("free"), new byte[0],
				TestVideos.box("uuid", new byte[16]), TestVideos.box("udta"), TestVideos.box("styp", new byte[8]),
				TestVideos.box("junk", new byte[9]), TestVideos.box("PICT", new byte[9]), TestVideos.box("pnot") }) {
			assertThat(read(TestPictures.join(first, boxes)).width()).isEqualTo(640);
		}
	}

	@Test
	void streamOfACameraIsRecognizedByItsBeginning() {
		var avi = "RIFF\1\2\3\4AVI LIST\1\2\0\0hdrlavih";
		var streams = Map.of(avi, VideoFormat.AVI, "\0\0\u0001\u00BA", VideoFormat.PROGRAM_STREAM,
				("G" + "x".repeat(187)).repeat(4), VideoFormat.TRANSPORT_STREAM, ("timeG" + "x".repeat(187)).repeat(3),
				VideoFormat.TRANSPORT_STREAM);
		streams.forEach((head, format) -> {
			assertThat(read(bytes(head))).as(head).isEqualTo(new VideoStructure(format, 0, 0, Duration.ZERO));
			refuses(bytes("x" + head), MediaRefusal.TYPE_UNSUPPORTED);
			refuses(bytes(head.substring(0, head.length() / 2)), MediaRefusal.TYPE_UNSUPPORTED);
		});
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void tracksOfOtherKindsAreIgnored() {
		assertThat(read(TestVideos.bareMp4(3, TestVideos.track(640, 360),
				TestVideos.box("trak",
						TestVideos.box("mdia",
								TestVideos.box("hdlr", new byte[8], new byte[] { 'm', 'e', 't', 'a' }))))))
			.isEqualTo(read(MP4));
	}

	@Test
	void matroskaIsDescribed() {
		var matroska = TestPictures.join(
				TestVideos.element(0x1A45DFA3,
						TestVideos.element(0x4282, "matroska".getBytes(StandardCharsets.US_ASCII))),
				Arrays.copyOfRange(WEBM, new String(WEBM, StandardCharsets.ISO_8859_1).indexOf("\u0018S\u0080g"),
						WEBM.length));
		assertThat(read(matroska)).isEqualTo(read(WEBM));
	}

	@Test
	void trackWhoseDataAreElsewhereIsRefused() {
		refuses(TestVideos.bareMp4(3, TestVideos.track("vide", 640, 360, 0)), MediaRefusal.UNDECODABLE);
		refuses(TestVideos.bareMp4(3, TestVideos.track(640, 360), TestVideos.track("soun", 0, 0, 0)),
				MediaRefusal.UNDECODABLE);
	}

	@Test
	void fileWithoutPicturesIsRefused() {
		refuses(TestVideos.bareMp4(3, TestVideos.track("soun", 0, 0, 1)), MediaRefusal.UNDECODABLE);
		refuses(TestVideos.bareWebm(0, 0), MediaRefusal.UNDECODABLE);
	}

	@Test
	void fileWithManyTracksIsRefused() {
		refuses(TestVideos.bareMp4(3, Collections.nCopies(33, TestVideos.track(640, 360)).toArray(byte[][]::new)),
				MediaRefusal.TOO_COMPLEX);
	}

	@Test
	void otherFilesAreRefused() {
		for (var text : new String[] { "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
				"ffconcat version 1.0\nfile '/etc/passwd'\n", "<svg xmlns='http://www.w3.org/2000/svg'/>",
				"<?xml version='1.0'?><MPD/>", "RIFF\0\0\0\0AVI LIST", "" }) {
			refuses(text.getBytes(StandardCharsets.ISO_8859_1), MediaRefusal.TYPE_UNSUPPORTED);
		}
		refuses(TestPictures.png(3, 2), MediaRefusal.TYPE_UNSUPPORTED);
		refuses(TestVideos.element(0x1A45DFA3, TestVideos.element(0x4282, "other".getBytes(StandardCharsets.US_ASCII))),
				MediaRefusal.TYPE_UNSUPPORTED);
	}

	@Test
	void deeplyNestedElementsAreNotFollowed() {
		var nested = new byte[0];
		for (int depth = 0; depth < 2000; depth++) {
			nested = TestVideos.element(0xE0, nested);
		}
		assertThat(
				read(TestVideos.bareWebm(640, 360, TestVideos.element(0x1654AE6B, TestVideos.element(0xAE, nested)))))
			.isNotNull();
	}

	@Test
	void everyDamagedFileEndsInAResult() {
		var random = new Random(20_261_122);
		for (var source : new byte[][] { MP4, WEBM }) {
			for (int i = 0; i < 5_000; i++) {
				var damaged = source.clone();
				for (int flips = random.nextInt(6); flips >= 0; flips--) {
					damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
				}
				try {
					read(damaged);
				}
				catch (MediaRefusedException ex) {
					assertThat(ex.refusal()).isNotNull();
				}
			}
		}
	}

	private static VideoStructure read(byte[] bytes) {
		return VideoStructures.read(ByteBuffer.wrap(bytes));
	}

	private static void refuses(byte[] bytes, MediaRefusal refusal) {
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> read(bytes))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(refusal));
	}

}
