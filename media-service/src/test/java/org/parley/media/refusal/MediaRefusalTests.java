package org.parley.media.refusal;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MediaRefusalTests {

	@Test
	void eachRefusalHasASentence() {
		assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).keySet())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(MediaRefusal.values()).map(MediaRefusal::code).toList());
	}

}
