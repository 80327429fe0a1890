package org.parley.media.decoder;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.localstack.LocalStack;
import org.parley.media.TestPictures;
import org.parley.media.TestVideos;
import org.parley.media.decoder.child.DecoderMain;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each test has a new process, whose memory is unused. */
class PictureDecoderIT {

	private final PictureDecoder decoder = decoder(896);

	@AfterEach
	void endProcess() {
		this.decoder.destroy();
	}

	private static PictureDecoder decoder(int megabytes) {
		return new PictureDecoder(new DecoderSettings(LocalStack.tool("libvips").toString(), Duration.ofMinutes(1),
				DataSize.ofMegabytes(megabytes)));
	}

	static byte[][] pictures() {
		return new byte[][] { TestPictures.cmykJpeg(), TestPictures.animatedAvif() };
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void firstPictureOfProcessIsDecoded(byte[] file) {
		var decoded = this.decoder.decode(PictureFile.read(file).still());
		assertThat(decoded.width()).isBetween(48, 60);
		assertThat(decoded.variants()).extracting(DecodedVariant::contentType).containsOnly("image/jpeg");
	}

	/** PQ and HLG, with the same numbers for other tones. */
	@ParameterizedTest
	@ValueSource(ints = { 16, 18 })
	void tonesOfHighRangeAreMapped(int curve) {
		var file = TestPictures.withFirstBrand(TestPictures.animatedAvif(), "avif");
		var plain = this.decoder.decode(PictureFile.read(file)).blurhash();
		file[new String(file, StandardCharsets.ISO_8859_1).indexOf("nclx") + 7] = (byte) curve;
		assertThat(this.decoder.decode(PictureFile.read(file)).blurhash()).isNotEqualTo(plain);
	}

	/** Its box is too short for the numbers of its colors. */
	@Test
	void damagedProfileLeavesTheNextPicture() {
		var file = TestPictures.withFirstBrand(TestPictures.animatedAvif(), "avif");
		file[new String(file, StandardCharsets.ISO_8859_1).indexOf("colr") - 1] = 13;
		var damaged = PictureFile.read(file);
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> this.decoder.decode(damaged))
			.matches((refused) -> refused.refusal() == MediaRefusal.UNDECODABLE);
		assertThat(this.decoder.decode(PictureFile.read(TestPictures.png(60, 40))).width()).isEqualTo(60);
	}

	static byte[][] highPictures() {
		return new byte[][] { TestPictures.jpeg(610, 65_400), TestPictures.jpeg(100, 20_000) };
	}

	@ParameterizedTest
	@MethodSource("highPictures")
	void longScreenshotKeepsItsWidth(byte[] file) {
		var decoded = this.decoder.decode(PictureFile.read(file));
		assertThat(decoded.variants().getFirst().width()).isEqualTo(decoded.width());
	}

	/** It becomes WebP, whose height is limited. */
	@Test
	void longPictureWithTransparencyIsScaledDown() {
		var decoded = this.decoder.decode(PictureFile.read(TestPictures.png(100, 20_000)));
		assertThat(decoded.variants().getFirst().contentType()).isEqualTo("image/webp");
		assertThat(decoded.variants().getFirst().height()).isEqualTo(16_383);
	}

	/** Its decoded frames have more than 100 MB. */
	@Test
	void longAnimationIsDecoded() {
		var decoded = this.decoder.decode(PictureFile.read(TestVideos.webp(1280, 960, 3)));
		assertThat(decoded.variants()).extracting(DecodedVariant::contentType).contains("image/webp");
	}

	@Test
	void webpOfFortyMegapixelsIsDecoded() {
		var decoded = this.decoder.decode(PictureFile.read(TestPictures.largeWebp()));
		assertThat(decoded.width()).isEqualTo(7745);
		assertThat(decoded.height()).isEqualTo(5164);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void pictureThatNeedsMoreMemoryIsNotCalledDamaged() {
		var small = decoder(320);
		try {
			var picture = PictureFile.read(TestPictures.largeWebp());
			assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> small.decode(picture))
				.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(MediaRefusal.TOO_COMPLEX));
			assertThat(small.decode(PictureFile.read(TestPictures.png(60, 48))).width()).isEqualTo(60);
		}
		finally {
			small.destroy();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void processEndsBeforeTheServiceIfMemoryRunsOut() {
		this.decoder.decode(PictureFile.read(TestPictures.png(60, 48)));
		var process = ProcessHandle.current().children().filter(PictureDecoderIT::isDecoder).findFirst().orElseThrow();
		assertThat(Path.of("/proc", String.valueOf(process.pid()), "oom_score_adj")).content().isEqualTo("1000\n");
	}

	private static boolean isDecoder(ProcessHandle process) {
		return process.info().commandLine().filter((line) -> line.contains(DecoderMain.class.getName())).isPresent();
	}

	@Test
	void missingLibraryIsNoFailureOfAPicture() {
		var without = new PictureDecoder(
				new DecoderSettings("/missing", Duration.ofMinutes(1), DataSize.ofMegabytes(512)));
		var picture = PictureFile.read(TestPictures.png(60, 48));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> without.decode(picture));
		without.destroy();
	}

}
