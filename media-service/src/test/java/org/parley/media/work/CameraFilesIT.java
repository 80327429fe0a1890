package org.parley.media.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.media.MediaIT;
import org.parley.media.TestHeic;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as cameras, phones and programs write them: each is shown, whatever it is named.
 */
class CameraFilesIT extends MediaIT {

	private static final String JPEG = "image/jpeg";

	private static final String PNG = "image/png";

	private static final String MP4 = "video/mp4";

	private static final String AVI = "video/x-msvideo";

	private static final String MOV = "video/quicktime";

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "picturesOfTheIssue", "otherPictures", "videosOfTheIssue", "otherVideos", "streams", "brokenOff" })
	void fileIsShown(String name, String declared, byte[] bytes, String kind) {
		var media = upload(aPerson(), declared, bytes);
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("kind").asString()).as(name).isEqualTo(kind);
		assertThat(media.path("blurhash").asString()).hasSize(28);
		media.path("variants").forEach((variant) -> {
			var file = file(variant.path("url").asString());
			assertThat(file.statusCode()).isEqualTo(200);
			assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain("secret", "MotionPhoto");
		});
	}

	@Test
	void heicOfAStickerStaysTransparent() {
		var media = upload(aPerson(), "image/heic", TestHeic.cutOut());
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("width").asInt()).isEqualTo(340);
		assertThat(media.path("height").asInt()).isEqualTo(600);
		assertThat(media.at("/variants/0/contentType").asString()).as(media.toString()).isEqualTo("image/webp");
	}

	@Test
	void heicIsShownAsItWasTaken() {
		var media = upload(aPerson(), "image/heic", TestHeic.photo());
		assertThat(media.path("width").asInt()).isEqualTo(340);
		assertThat(media.path("height").asInt()).isEqualTo(600);
	}

	@Test
	void damagedHeicIsRefused() {
		var photo = TestHeic.photo();
		Arrays.fill(photo, 36, 1_000, (byte) 7);
		assertThat(upload(aPerson(), "image/heic", photo).path("refusal").asString()).isEqualTo("media.undecodable");
	}

	/** Their decoders make nothing of a part; a person learns that the end is missing. */
	static Stream<Arguments> incomplete() {
		var lossless = TestVideos.encoded("webp", "-c:v", "libwebp", "-lossless", "1", "-frames:v", "1", "-an");
		var avif = TestPictures.avif();
		return Stream.of(9, 60, 130, 243, 365)
			.flatMap((lost) -> Stream.of(Arguments.of("image/webp", lost, without(lossless, lost)),
					Arguments.of("image/avif", lost, without(avif, lost))));
	}

	@ParameterizedTest(name = "{0} without its last {1} bytes")
	@MethodSource("incomplete")
	void fileOfWhichNoPartIsReadIsIncomplete(String type, int lost, byte[] rest) {
		assertThat(upload(aPerson(), type, rest).path("refusal").asString()).as("%d bytes", lost)
			.isEqualTo("media.truncated");
	}

	static Stream<Arguments> picturesOfTheIssue() {
		var jpeg = TestPictures.jpeg(300, 200);
		var png = TestPictures.png(300, 200);
		return Stream.of(
				Arguments.of("photo of a Samsung phone", JPEG,
						TestPictures.join(jpeg, "MotionPhoto_Data".getBytes(StandardCharsets.US_ASCII),
								TestVideos.mp4(64, 64, 1), "SEFHsecretSEFT".getBytes(StandardCharsets.US_ASCII)),
						"image"),
				Arguments.of("Ultra HDR", JPEG, TestPictures.ultraHdr(), "image"),
				Arguments.of("JPEG without end mark", JPEG, Arrays.copyOf(jpeg, jpeg.length - 2), "image"),
				Arguments.of("JPEG with half an end mark", JPEG, Arrays.copyOf(jpeg, jpeg.length - 1), "image"),
				Arguments.of("PNG named .jpg", JPEG, png, "image"), Arguments.of("JPEG named .png", PNG, jpeg, "image"),
				Arguments.of("picture named as a video", MP4, jpeg, "image"),
				Arguments.of("animation of many frames", "image/gif", TestPictures.animatedGif(480, 270, 400), "gif"),
				Arguments.of("animated WebP", "image/webp",
						TestVideos.encoded("webp", "-c:v", "libwebp_anim", "-loop", "0", "-an"), "gif"));
	}

	static Stream<Arguments> otherPictures() {
		var png = TestPictures.png(300, 200);
		var gif = TestPictures.animatedGif(60, 40, 3);
		return Stream.of(Arguments.of("CMYK JPEG", JPEG, TestPictures.cmykJpeg(), "image"),
				Arguments.of("progressive JPEG", JPEG, TestPictures.progressive("jpg"), "image"),
				Arguments.of("interlaced PNG", PNG, TestPictures.progressive("png"), "image"),
				Arguments.of("JPEG with bytes between its segments", JPEG,
						TestPictures.withBytesBetweenSegments(TestPictures.jpeg(300, 200)), "image"),
				Arguments.of("gray JPEG", "image/jpg", TestPictures.grayJpeg(), "image"),
				Arguments.of("16 bit PNG", PNG, picture("png", "rgb48be"), "image"),
				Arguments.of("16 bit PNG with transparency", PNG, picture("png", "rgba64be"), "image"),
				Arguments.of("16 bit gray PNG", PNG, picture("png", "gray16be"), "image"),
				Arguments.of("gray PNG with transparency", PNG, picture("png", "ya8"), "image"),
				Arguments.of("PNG with a palette", PNG, picture("png", "pal8"), "image"),
				Arguments.of("black and white PNG", PNG, picture("png", "monob"), "image"),
				Arguments.of("PNG without end mark", PNG, Arrays.copyOf(png, png.length - 12), "image"),
				Arguments.of("PNG with a wrong checksum of its pixels", PNG,
						TestPictures.withWrongChecksum(TestPictures.png(60, 40)), "image"),
				Arguments.of("animated PNG", "image/apng", TestVideos.encoded("apng", "-an"), "gif"),
				Arguments.of("animated PNG of one frame", "image/apng",
						TestVideos.encoded("apng", "-frames:v", "1", "-an"), "image"),
				Arguments.of("animated PNG with transparency", PNG,
						TestVideos.encoded("apng", "-pix_fmt", "rgba", "-plays", "0", "-an"), "gif"),
				Arguments.of("photo of an iPhone", "image/heic", TestHeic.photo(), "image"),
				Arguments.of("HEIC named .jpg", JPEG, TestHeic.photo(), "image"),
				Arguments.of("BMP of a screen", "image/bmp", picture("bmp", "bgr24"), "image"),
				Arguments.of("BMP with a palette named .png", PNG, picture("bmp", "pal8"), "image"),
				Arguments.of("BMP of 16 bits with bytes behind", "image/bmp",
						TestPictures.join(picture("bmp", "rgb565le"), "secret".getBytes(StandardCharsets.US_ASCII)),
						"image"),
				Arguments.of("HEIC of ten bits", "image/heif",
						TestHeic.photo("-pix_fmt", "yuv420p10le", "-color_primaries", "bt709"), "image"),
				Arguments.of("HEIC with bytes behind", "image/heic",
						TestPictures.join(TestHeic.photo(), "secret".getBytes(StandardCharsets.US_ASCII)), "image"),
				Arguments.of("GIF without end mark", "image/gif", Arrays.copyOf(gif, gif.length - 1), "gif"),
				Arguments.of("GIF with bytes behind", "image/gif", TestPictures.join(gif, new byte[9]), "gif"),
				Arguments.of("AVIF", "image/avif", TestPictures.avif(), "image"),
				Arguments.of("AVIF with bytes behind", JPEG,
						TestPictures.join(TestPictures.avif(), "secret".getBytes(StandardCharsets.US_ASCII)), "image"),
				Arguments.of("AVIF that names its profile first", "image/avif",
						TestPictures.withFirstBrand(TestPictures.avif(), "miaf"), "image"),
				Arguments.of("HEIC that names its profile first", "image/heic",
						TestPictures.withFirstBrand(TestHeic.photo(), "MiHE"), "image"),
				Arguments.of("AVIF that moves", "image/avif", TestPictures.animatedAvif(), "gif"),
				Arguments.of("lossless WebP", "image/webp",
						TestVideos.encoded("webp", "-c:v", "libwebp", "-lossless", "1", "-frames:v", "1", "-an"),
						"image"));
	}

	/** Files of full cards, broken downloads and recorders that lost their power. */
	static Stream<Arguments> brokenOff() {
		var jpeg = TestPictures.jpeg(300, 200);
		var png = TestPictures.png(300, 200);
		var small = TestPictures.png(60, 40);
		var gif = TestPictures.animatedGif(60, 40, 9);
		var heic = TestHeic.describedFirst();
		var moving = TestVideos.encoded("webp", "-c:v", "libwebp_anim", "-loop", "0", "-an");
		var lossy = TestVideos.encoded("webp", "-c:v", "libwebp", "-q:v", "60", "-frames:v", "1", "-an");
		var fragments = TestVideos.encoded("mp4", "-c:v", "libx264", "-g", "5", "-c:a", "aac", "-movflags",
				"frag_keyframe+empty_moov+default_base_moof");
		var webm = TestVideos.webm(64, 64, 1);
		var matroska = TestVideos.encoded("matroska", "-c:v", "libx264", "-c:a", "aac");
		return Stream.of(Arguments.of("JPEG without its last bytes", JPEG, without(jpeg, 12), "image"),
				Arguments.of("JPEG without its lower half", JPEG, without(jpeg, jpeg.length / 2), "image"),
				Arguments.of("coarse JPEG", JPEG, without(TestPictures.progressive("jpg"), 500), "image"),
				Arguments.of("PNG without its last bytes", PNG, without(png, 30), "image"),
				Arguments.of("PNG without its lower half", PNG, without(png, png.length / 2), "image"),
				Arguments.of("PNG of one chunk without its lower half", PNG, without(small, small.length / 2), "image"),
				Arguments.of("GIF without its last frames", "image/gif", without(gif, gif.length / 4), "gif"),
				Arguments.of("moving WebP without its last frames", "image/webp", without(moving, moving.length / 4),
						"gif"),
				Arguments.of("moving WebP without its last bytes", "image/webp", without(moving, 9), "gif"),
				Arguments.of("moving WebP with a part of one frame", "image/webp",
						Arrays.copyOf(moving, moving.length / 15), "image"),
				Arguments.of("WebP without its lower half", "image/webp", without(lossy, lossy.length / 2), "image"),
				Arguments.of("HEIC without its last bytes", "image/heic", without(heic, 200), "image"),
				Arguments.of("recording of a browser without its end", "video/webm", without(webm, webm.length / 4),
						"video"),
				Arguments.of("Matroska recording without its end", "video/x-matroska",
						without(matroska, matroska.length / 3), "video"),
				Arguments.of("recording in fragments without its end", MP4, without(fragments, fragments.length / 4),
						"video"));
	}

	private static byte[] without(byte[] file, int last) {
		return Arrays.copyOf(file, file.length - last);
	}

	static Stream<Arguments> videosOfTheIssue() {
		return Stream.of(
				Arguments.of("video of an iPhone", MOV,
						TestVideos.encoded("mov", "-c:v", "libx265", "-tag:v", "hvc1", "-c:a", "aac"), "video"),
				Arguments.of("video with PQ", MP4, TestVideos.highRange("smpte2084"), "video"),
				Arguments.of("video with HLG", MOV, TestVideos.highRange("arib-std-b67"), "video"),
				Arguments.of("sound of a camera", MOV,
						TestVideos.encoded("mov", "-c:v", "libx264", "-c:a", "pcm_s16be"), "video"),
				Arguments.of("sound of a camcorder", MP4, TestVideos.encoded("mp4", "-c:v", "libx264", "-c:a", "ac3"),
						"video"),
				Arguments.of("WebM declared as MP4", MP4, TestVideos.webm(64, 64, 1), "video"),
				Arguments.of("MP4 declared as WebM", "video/webm", TestVideos.mp4(64, 64, 1), "video"),
				Arguments.of("video declared as a picture", JPEG, TestVideos.mp4(64, 64, 1), "video"),
				Arguments.of("turned video", MP4, TestVideos.turned(TestVideos.mp4(64, 36, 1)), "video"),
				Arguments.of("video with bytes behind", MP4,
						TestPictures.join(TestVideos.mp4(64, 64, 1), TestVideos.box("sefd", new byte[20]), new byte[5]),
						"video"));
	}

	static Stream<Arguments> otherVideos() {
		return Stream.of(
				Arguments.of("motion JPEG of an old camera", MOV,
						TestVideos.encoded("mov", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-c:a", "pcm_u8"), "video"),
				Arguments.of("ProRes", MOV,
						TestVideos.encoded("mov", "-c:v", "prores", "-pix_fmt", "yuv422p10le", "-c:a", "pcm_s24le"),
						"video"),
				Arguments.of("MPEG-4 of an action camera", MP4,
						TestVideos.encoded("mp4", "-c:v", "mpeg4", "-c:a", "mp2"), "video"),
				Arguments.of("3GP of an early phone", "video/3gpp",
						TestVideos.encoded("3gp", "-c:v", "h263", "-s", "352x288", "-c:a", "libopencore_amrnb", "-ar",
								"8000", "-ac", "1", "-b:a", "12.2k"),
						"video"),
				Arguments.of("recording of a browser", "video/x-matroska",
						TestVideos.encoded("matroska", "-c:v", "libx264", "-c:a", "pcm_f32le"), "video"),
				Arguments.of("WebM with AV1 and FLAC", "video/webm",
						TestVideos.encoded("matroska", "-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "flac"),
						"video"),
				Arguments.of("sound of an unknown codec", "video/x-matroska",
						TestVideos.encoded("matroska", "-c:v", "libx264", "-c:a", "wmav2"), "video"),
				Arguments.of("full colors", MP4,
						TestVideos.encoded("mp4", "-c:v", "libx264", "-pix_fmt", "yuv444p", "-c:a", "eac3"), "video"),
				Arguments.of("Apple's lossless sound", MOV,
						TestVideos.encoded("mov", "-c:v", "libx264", "-c:a", "alac"), "video"),
				Arguments.of("odd size", MP4,
						TestVideos.encoded("mp4", "-c:v", "libx264", "-vf", "scale=35:33", "-pix_fmt", "yuv444p"),
						"video"));
	}

	static Stream<Arguments> streams() {
		var old = TestVideos.encoded("avi", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-c:a", "pcm_u8");
		var transport = TestVideos.encoded("mpegts", "-c:v", "libx264", "-c:a", "ac3");
		return Stream.of(Arguments.of("AVI of an old camera", AVI, old, "video"),
				Arguments.of("AVI that broke off", AVI, without(old, old.length / 3), "video"),
				Arguments.of("AVI of a dashcam", MP4, TestVideos.encoded("avi", "-c:v", "libx264", "-c:a", "pcm_s16le"),
						"video"),
				Arguments.of("AVI with MPEG-4 and MP3", AVI,
						TestVideos.encoded("avi", "-c:v", "mpeg4", "-vtag", "XVID", "-c:a", "mp3"), "video"),
				Arguments.of("transport stream", "video/mp2t", transport, "video"),
				Arguments.of("transport stream that broke off", "video/mp2t", without(transport, transport.length / 3),
						"video"),
				Arguments.of("AVCHD of a camcorder", "video/mp2t",
						TestVideos.encoded("mpegts", "-c:v", "libx264", "-c:a", "ac3", "-mpegts_m2ts_mode", "1"),
						"video"),
				Arguments.of("program stream of a camcorder", "video/mpeg",
						TestVideos.encoded("vob", "-c:v", "mpeg2video", "-r", "25", "-c:a", "ac3"), "video"),
				Arguments.of("MPEG-1 of an old camera", "application/octet-stream",
						TestVideos.encoded("mpeg", "-c:v", "mpeg1video", "-r", "25", "-c:a", "mp2"), "video"));
	}

	private static byte[] picture(String codec, String pixels) {
		return TestVideos.encoded("image2pipe", "-c:v", codec, "-pix_fmt", pixels, "-frames:v", "1", "-an");
	}

}
