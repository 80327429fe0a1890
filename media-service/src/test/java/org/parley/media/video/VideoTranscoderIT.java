package org.parley.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.localstack.LocalStack;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.video.VideoStructures.VideoStructure;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VideoTranscoderIT {

	@TempDir
	private Path folder;

	@Test
	void videoBecomesMp4WithoutMetadata() throws IOException {
		var video = transcoder().transcode(file(TestVideos.webm(322, 180, 2)), this.folder);
		var structure = VideoStructures.read(video.file());
		assertThat(structure)
			.isEqualTo(new VideoStructure(VideoFormat.MP4, video.width(), video.height(), structure.duration()));
		assertThat(video.width()).isEqualTo(322);
		assertThat(video.height()).isEqualTo(180);
		assertThat(structure.duration()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2200));
		assertThat(text(video.file())).contains("avc1", "mp4a").doesNotContain(TestVideos.PLACE, "x264", "Lavf");
		assertThat(Files.readAllBytes(video.poster())).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
	}

	@Test
	void largeTurnedVideoIsScaledAndTurned() throws IOException {
		var turned = TestVideos.turned(TestVideos.mp4(1920, 1080, 1));
		var video = transcoder().transcode(file(turned), this.folder);
		assertThat(video.height()).isEqualTo(1280);
		assertThat(video.width()).isEqualTo(720);
	}

	@ParameterizedTest
	@ValueSource(strings = { "smpte2084", "arib-std-b67" })
	void highRangeIsMappedToThatOfEveryScreen(String transfer) throws IOException {
		var ffmpeg = new FfmpegProcess(settings(Duration.ofMinutes(1), 768));
		var upload = file(TestVideos.highRange(transfer));
		assertThat(describe(ffmpeg, upload)).contains(transfer);
		var video = transcoder().transcode(upload, this.folder).file();
		assertThat(describe(ffmpeg, video)).contains("yuv420p(tv, bt709").doesNotContain(transfer, "bt2020");
	}

	private String describe(FfmpegProcess ffmpeg, Path file) {
		return ffmpeg.describe(this.folder, List.of("-i", file.toString(), "-frames:v", "1", "-f", "null", "-"));
	}

	@Test
	void playlistBehindTheBeginningOfAVideoOpensNothing() throws IOException {
		var secret = Files.write(this.folder.resolve("secret.mp4"), TestVideos.mp4(64, 64, 1));
		var list = "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
		refuses(transcoder(),
				TestPictures.join(TestVideos.box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII)),
						TestVideos.bareMp4(1, TestVideos.track(64, 64)), list.getBytes(StandardCharsets.US_ASCII)),
				MediaRefusal.UNDECODABLE);
	}

	@Test
	void videoWithoutSoundIsTranscoded() throws IOException {
		var video = transcoder().transcode(file(TestVideos.mp4(64, 64, 1, "-map", "0:v")), this.folder);
		assertThat(text(video.file())).doesNotContain("mp4a");
	}

	@Test
	void sameFileHasTheSameResult() throws IOException {
		var bytes = TestVideos.mp4(320, 180, 1);
		var first = Files.readAllBytes(transcoder().transcode(file(bytes), this.folder).file());
		Files.delete(this.folder.resolve("video.mp4"));
		Files.delete(this.folder.resolve("poster.png"));
		assertThat(transcoder().transcode(file(bytes), this.folder).file()).hasBinaryContent(first);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostileVideos")
	void hostileVideoIsRefused(String name, byte[] bytes, MediaRefusal refusal) {
		refuses(transcoder(), bytes, refusal);
		assertThat(this.folder.resolve("poster.png")).as(name).doesNotExist();
	}

	static Stream<Arguments> hostileVideos() {
		return Stream.of(
				Arguments.of("no frames", TestVideos.bareMp4(3, TestVideos.track(64, 64)), MediaRefusal.UNDECODABLE),
				Arguments.of("codec that is no camera's", TestVideos.encoded("mov", "-c:v", "qtrle", "-an"),
						MediaRefusal.UNDECODABLE),
				Arguments.of("damaged frames", noise(TestVideos.mp4(64, 64, 1)), MediaRefusal.UNDECODABLE),
				Arguments.of("too long", TestVideos.mp4(16, 16, 62), MediaRefusal.TOO_LONG),
				Arguments.of("longer than it says", lie(TestVideos.mp4(16, 16, 62)), MediaRefusal.TOO_LONG),
				Arguments.of("too large", TestVideos.bareMp4(3, TestVideos.track(8192, 8192)),
						MediaRefusal.TOO_MANY_PIXELS));
	}

	@Test
	void videoThatTakesTooLongIsRefused() {
		refuses(transcoder(Duration.ofMillis(200), 768), TestVideos.mp4(1920, 1080, 20), MediaRefusal.TOO_COMPLEX);
	}

	@Test
	void videoThatNeedsTooMuchMemoryIsRefused() {
		refuses(transcoder(Duration.ofMinutes(1), 48), TestVideos.mp4(1920, 1080, 1), MediaRefusal.UNDECODABLE);
	}

	@Test
	void withoutAProgramVideosAreRefused() {
		refuses(new VideoTranscoder(new VideoSettings("", Duration.ofMinutes(1), DataSize.ofMegabytes(768))),
				TestVideos.bareMp4(3, TestVideos.track(64, 64)), MediaRefusal.VIDEO_UNSUPPORTED);
	}

	@Test
	void programThatDoesNotExistIsNoFaultOfTheVideo() {
		var missing = new VideoTranscoder(
				new VideoSettings("/nowhere/ffmpeg", Duration.ofMinutes(1), DataSize.ofMegabytes(768)));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> missing.transcode(file(TestVideos.bareMp4(3, TestVideos.track(64, 64))), this.folder));
	}

	private void refuses(VideoTranscoder transcoder, byte[] bytes, MediaRefusal refusal) {
		assertThatExceptionOfType(MediaRefusedException.class)
			.isThrownBy(() -> transcoder.transcode(file(bytes), this.folder))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(refusal));
	}

	private static VideoTranscoder transcoder() {
		return transcoder(Duration.ofMinutes(1), 768);
	}

	private static VideoTranscoder transcoder(Duration timeout, int megabytes) {
		return new VideoTranscoder(settings(timeout, megabytes));
	}

	private static VideoSettings settings(Duration timeout, int megabytes) {
		return new VideoSettings(LocalStack.tool("ffmpeg").toString(), timeout, DataSize.ofMegabytes(megabytes));
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve("upload"), bytes);
	}

	private static String text(Path file) throws IOException {
		return Files.readString(file, StandardCharsets.ISO_8859_1);
	}

	/** Replaces the frames, which are before the description. */
	private static byte[] noise(byte[] mp4) {
		var end = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("moov") - 4;
		for (int i = 64; i < end; i++) {
			mp4[i] = (byte) (i * 31);
		}
		return mp4;
	}

	/** Says that the video takes a second. */
	private static byte[] lie(byte[] mp4) {
		var header = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("mvhd");
		mp4[header + 20] = 0;
		mp4[header + 21] = 0;
		mp4[header + 22] = 3;
		mp4[header + 23] = 0;
		return mp4;
	}

}
