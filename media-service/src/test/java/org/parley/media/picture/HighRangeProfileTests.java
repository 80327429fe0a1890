package org.parley.media.picture;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HighRangeProfileTests {

	private static final int PQ = 16;

	private static final int HLG = 18;

	private static final int WIDE = 9;

	/** White paper has 58 percent of PQ and 75 percent of HLG (ITU-R BT.2408). */
	@ParameterizedTest
	@CsvSource({ "16, 0, 0", "16, 0.1, 0.03", "16, 0.58, 0.75", "16, 0.75, 1", "16, 1, 1", "18, 0, 0", "18, 0.75, 0.75",
			"18, 1, 1" })
	void toneIsMappedToThatOfAScreen(int transfer, float signal, float shown) {
		var colors = new ICC_ColorSpace(ICC_Profile.getInstance(HighRangeProfile.of(WIDE, transfer)));
		var rgb = colors.toRGB(new float[] { signal, signal, signal });
		assertThat(rgb).hasSize(3);
		for (var part : rgb) {
			assertThat(part).isCloseTo(shown, within(0.04f));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { PQ, HLG })
	void colorIsThatOfItsPrimaries(int transfer) {
		var narrow = new ICC_ColorSpace(ICC_Profile.getInstance(HighRangeProfile.of(12, transfer)));
		var wide = new ICC_ColorSpace(ICC_Profile.getInstance(HighRangeProfile.of(WIDE, transfer)));
		var green = new float[] { 0.4f, 0.6f, 0.4f };
		assertThat(wide.toRGB(green)[0]).isLessThan(narrow.toRGB(green)[0]);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 6, 8, 13, 17 })
	void otherCurveNeedsNoProfile(int transfer) {
		assertThat(HighRangeProfile.of(WIDE, transfer)).isEmpty();
	}

}
