package org.parley.platform.readmodels.relation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.social.SocialVisibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class SocialVisibilityTests {

	@ParameterizedTest
	@CsvSource({ "PUBLIC,false,false,true", "PUBLIC,false,true,true", "PUBLIC,true,false,false",
			"PUBLIC,true,true,true", "FOLLOWERS,false,false,false", "FOLLOWERS,false,true,true",
			"FOLLOWERS,true,true,true", "PRIVATE,false,false,false", "PRIVATE,false,true,false",
			"PRIVATE,true,true,false" })
	void readersDependOnAccountAndFollow(SocialVisibility visibility, boolean isPrivate, boolean follows,
			boolean permitted) {
		assertThat(visibility.permits(() -> isPrivate, () -> follows)).isEqualTo(permitted);
	}

	@Test
	void onlyWhatMattersIsAsked() {
		assertThat(SocialVisibility.PUBLIC.permits(() -> false, () -> fail("asked"))).isTrue();
		assertThat(SocialVisibility.FOLLOWERS.permits(() -> fail("asked"), () -> true)).isTrue();
		assertThat(SocialVisibility.PRIVATE.permits(() -> fail("asked"), () -> fail("asked"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "public,PUBLIC", "followers,FOLLOWERS", "private,PRIVATE" })
	void nameInJsonIsLowerCase(String json, SocialVisibility visibility) {
		assertThat(SocialVisibility.of(json)).isEqualTo(visibility);
		assertThat(visibility.json()).isEqualTo(json);
	}

	@Test
	void unknownNameIsPrivate() {
		assertThat(SocialVisibility.of("unheard-of")).isEqualTo(SocialVisibility.PRIVATE);
	}

}
