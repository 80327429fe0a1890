package org.parley.platform.text.image;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageHostsTests {

	private final ImageHosts hosts = new ImageHosts(Set.of("images.example", "Pictures.Example"));

	@ParameterizedTest
	@ValueSource(strings = { "https://images.example/a.png", "HTTPS://IMAGES.example/a.png",
			"https://images.example:8443/a.png", "https://pictures.example" })
	void imageOfAllowedHostIsShown(String address) {
		assertThat(this.hosts.shows(address)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/a.png", "http://images.example/a.png",
			"https://images.example.evil.example/a.png", "https://images.example@evil.example/a.png",
			"https://a@images.example/a.png", "//images.example/a.png", "https:/images.example/a.png",
			"https://images.example\\@evil.example/", "javascript:alert(1)", "", "https://exa mple" })
	void otherImageIsNotShown(String address) {
		assertThat(this.hosts.shows(address)).isFalse();
	}

	@Test
	void noImageIsShownByDefault() {
		assertThat(new ImageHosts(Set.of()).shows("https://images.example/a.png")).isFalse();
	}

}
