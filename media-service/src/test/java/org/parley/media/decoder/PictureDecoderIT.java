package org.parley.media.decoder;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.localstack.LocalStack;
import org.parley.media.TestPictures;
import org.parley.media.picture.PictureFile;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Each test has a new process, whose memory is unused. */
class PictureDecoderIT {

	private final PictureDecoder decoder = new PictureDecoder(new DecoderSettings(LocalStack.tool("libvips").toString(),
			Duration.ofMinutes(1), DataSize.ofMegabytes(512)));

	@AfterEach
	void endProcess() {
		this.decoder.destroy();
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

}
