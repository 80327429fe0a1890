package org.parley.media.work;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** No file ends the worker: after each, it makes a picture ready. */
class HostileFilesIT extends MediaIT {

	@Autowired
	private S3Client s3;

	private static final String HTML = "<html><script>alert(1)</script></html>";

	@AfterEach
	void workerLives() {
		aReadyPicture(aPerson());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostileFiles")
	void hostileFileIsRefusedWithAReason(String name, String contentType, byte[] bytes, String refusal) {
		var media = upload(aPerson(), contentType, bytes);
		assertThat(media.path("state").asString()).as(name).isEqualTo("refused");
		assertThat(media.path("refusal").asString()).isEqualTo(refusal);
		assertThat(media.path("variants")).isEmpty();
	}

	static Stream<Arguments> hostileFiles() throws Exception {
		var jpeg = TestPictures.jpeg(80, 60);
		var png = TestPictures.png(80, 60);
		var gif = TestPictures.gif(80, 60);
		var html = HTML.getBytes(StandardCharsets.US_ASCII);
		return Stream.of(
				Arguments.of("SVG", "image/png",
						"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
							.getBytes(StandardCharsets.US_ASCII),
						"media.type-unsupported"),
				Arguments.of("HTML", "image/jpeg", html, "media.type-unsupported"),
				Arguments.of("program", "image/gif", new byte[] { 0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0 },
						"media.type-unsupported"),
				Arguments.of("archive", "image/png", zip(), "media.type-unsupported"),
				Arguments.of("archive before a picture", "image/png", TestPictures.join(zip(), png),
						"media.type-unsupported"),
				Arguments.of("page before a picture", "image/jpeg", TestPictures.join(html, jpeg),
						"media.type-unsupported"),
				Arguments.of("script", "image/png", "#!/bin/sh\nrm -rf /".getBytes(StandardCharsets.US_ASCII),
						"media.type-unsupported"),
				Arguments.of("PDF", "image/png", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
						"media.type-unsupported"),
				Arguments.of("JPEG without pixels", "image/jpeg", Arrays.copyOf(jpeg, 200), "media.truncated"),
				Arguments.of("PNG without pixels", "image/png", Arrays.copyOf(png, 33), "media.truncated"),
				Arguments.of("GIF without pixels", "image/gif", Arrays.copyOf(gif, 20), "media.truncated"),
				Arguments.of("pixel bomb", "image/png", TestPictures.rawPng(60_000, 60_000, 1, 0, 0, 1000),
						"media.too-many-pixels"),
				Arguments.of("pixel bomb with its pixels", "image/png",
						TestPictures.rawPng(30_000, 30_000, 1, 0, 0, 30_000L * 3_751), "media.too-many-pixels"),
				Arguments.of("missing pixels", "image/png", TestPictures.rawPng(4000, 4000, 8, 2, 0, 10),
						"media.undecodable"),
				Arguments.of("damaged pixels", "image/png", noise(png), "media.undecodable"),
				Arguments.of("playlist", "video/mp4",
						"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n".getBytes(StandardCharsets.US_ASCII),
						"media.type-unsupported"),
				Arguments.of("list of files", "video/webm",
						"ffconcat version 1.0\nfile '/etc/passwd'\n".getBytes(StandardCharsets.US_ASCII),
						"media.type-unsupported"),
				Arguments.of("video without frames", "video/mp4", TestVideos.bareMp4(1, TestVideos.track(64, 64)),
						"media.undecodable"),
				Arguments.of("video in another file", "video/mp4",
						TestVideos.bareMp4(1, TestVideos.track("vide", 64, 64, 0)), "media.undecodable"),
				Arguments.of("truncated video", "video/mp4", Arrays.copyOf(TestVideos.mp4(64, 64, 1), 2000),
						"media.truncated"),
				Arguments.of("long video", "video/mp4", TestVideos.bareMp4(61, TestVideos.track(64, 64)),
						"media.too-long"));
	}

	@Test
	void decompressionBombsEndWithinTheLimits() {
		for (var bomb : new byte[][] { TestPictures.rawPng(6_300, 6_300, 16, 6, 0, 6_300L * (6_300 * 8 + 1)),
				TestPictures.rawPng(6_300, 6_300, 16, 6, 1, 6_300L * (6_300 * 8 + 8)),
				TestPictures.rawPng(100, 100, 8, 2, 0, 100 * 301, TestPictures.profileBomb(200_000_000)) }) {
			assertThat(upload(aPerson(), "image/png", bomb).path("state").asString()).isIn("ready", "refused");
		}
	}

	@Test
	void otherBytesThanDeclaredAreRefused() {
		var alice = aPerson();
		var begun = begin(alice, "image/png", TestPictures.png(30, 20));
		this.s3.putObject((put) -> put.bucket("parley-media").key("uploads/" + begun.id()),
				RequestBody.fromBytes(TestPictures.png(31, 20)));
		this.api.post(alice, "/uploads/" + begun.id() + "/complete", null);
		var refused = settled(alice, begun.id());
		assertThat(refused.path("refusal").asString()).isEqualTo("media.checksum-mismatch");
		assertThat(refused.path("refusalReason").asString()).endsWith("Upload it again.");
		var german = this.api.get(alice, "/" + begun.id(), "Accept-Language", "de-AT").data();
		assertThat(german.path("refusalReason").asString()).endsWith("noch einmal hoch.");
	}

	@Test
	void whatIsBehindAPictureIsNotServed() throws Exception {
		for (var behind : new byte[][] { HTML.getBytes(StandardCharsets.US_ASCII), zip() }) {
			var media = upload(aPerson(), "image/jpeg", TestPictures.join(TestPictures.jpeg(80, 60), behind));
			var file = file(media.at("/variants/0/url").asString()).body();
			assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("alert", "evil.sh", "PK\u0003");
		}
	}

	@Test
	void turnedPictureLosesItsMetadata() {
		var media = upload(aPerson(), "image/jpeg", TestPictures.turnedJpeg(400, 200, "secret-place"));
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("width").asInt()).isEqualTo(200);
		assertThat(media.path("height").asInt()).isEqualTo(400);
		media.path("variants").forEach((variant) -> {
			assertThat(variant.path("width").asInt()).isLessThan(variant.path("height").asInt());
			var file = new String(file(variant.path("url").asString()).body(), StandardCharsets.ISO_8859_1);
			assertThat(file).doesNotContain("secret-place", "Exif");
		});
	}

	@Test
	void scriptInACommentIsNotServed() {
		var picture = TestPictures.withSegment(TestPictures.jpeg(300, 200), 0xFE,
				HTML.getBytes(StandardCharsets.US_ASCII));
		var media = upload(aPerson(), "image/jpeg", picture);
		var file = file(media.at("/variants/0/url").asString());
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
	}

	@Test
	void smallPictureIsNotEnlarged() {
		var media = upload(aPerson(), "image/png", TestPictures.png(100, 50));
		assertThat(media.path("variants")).extracting((variant) -> variant.path("width").asInt())
			.containsExactly(100, 100, 100, 96);
	}

	@Test
	void movingPictureKeepsMovingAndHasAPoster() {
		var media = upload(aPerson(), "image/gif", TestPictures.animatedGif(200, 100, 5));
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("kind").asString()).isEqualTo("gif");
		assertThat(media.path("height").asInt()).isEqualTo(100);
		assertThat(media.path("variants")).extracting((variant) -> variant.path("name").asString())
			.containsExactly("1600", "640", "160", "96", "poster");
		assertThat(media.path("variants")).extracting((variant) -> variant.path("height").asInt())
			.containsExactly(100, 100, 80, 48, 100);
		var moving = file(media.at("/variants/0/url").asString()).body();
		assertThat(new String(moving, StandardCharsets.ISO_8859_1)).contains("ANMF");
		var again = upload(aPerson(), "image/webp", moving);
		assertThat(again.path("kind").asString()).as(again.toString()).isEqualTo("gif");
	}

	@Test
	void everyCutOfAPictureEndsInAResult() {
		var random = new Random(20_261_122);
		var sources = Map.of("image/jpeg", TestPictures.jpeg(60, 40), "image/png", TestPictures.png(60, 40),
				"image/gif", TestPictures.animatedGif(60, 40, 3));
		sources.forEach((type, bytes) -> {
			for (int i = 0; i < 6; i++) {
				var damaged = bytes.clone();
				for (int flips = 0; flips <= i; flips++) {
					damaged[20 + random.nextInt(damaged.length - 20)] = (byte) random.nextInt();
				}
				assertThat(upload(aPerson(), type, damaged).path("state").asString()).isIn("ready", "refused");
			}
		});
	}

	private static byte[] noise(byte[] png) {
		var damaged = png.clone();
		for (int i = png.length / 3; i < png.length / 2; i++) {
			damaged[i] = (byte) (damaged[i] ^ 0x55);
		}
		return damaged;
	}

	private static byte[] zip() throws Exception {
		var bytes = new ByteArrayOutputStream();
		try (var out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry("../../evil.sh"));
			out.write(HTML.getBytes(StandardCharsets.US_ASCII));
			out.closeEntry();
		}
		return bytes.toByteArray();
	}

}
