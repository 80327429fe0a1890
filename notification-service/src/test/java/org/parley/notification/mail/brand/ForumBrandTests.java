package org.parley.notification.mail.brand;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.mail.brand.ForumBrand.Brand;

import static org.assertj.core.api.Assertions.assertThat;

class ForumBrandTests {

	/** The colours beside the border have a contrast of 4.48 and 4.54 to white. */
	@ParameterizedTest
	@CsvSource({ "#0f6b66, #ffffff", "#000000, #ffffff", "#FFFFFF, #000000", "#ffcc00, #000000", "#2457a6, #ffffff",
			"#777777, #000000", "#767676, #ffffff" })
	void buttonsAreReadableWhateverTheAccentIs(String accent, String expected) {
		assertThat(new Brand("Forum", accent).onAccent()).isEqualTo(expected);
	}

}
