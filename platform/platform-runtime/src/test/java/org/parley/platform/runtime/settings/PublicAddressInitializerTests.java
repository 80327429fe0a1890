package org.parley.platform.runtime.settings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PublicAddressInitializerTests {

	@ParameterizedTest
	@CsvSource({ "parley.public-url, https://forum.example.org/", "parley.public-url, forum.example.org",
			"parley.public-url, https://forum.example.org/forum", "parley.public-url, 'https://forum.example.org '",
			"parley.media.url, https://media.example.org/", "parley.media.storage.public-endpoint, uploads:9090" })
	void startRefusesAddressAndNamesIt(String key, String address) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> start(key, address))
			.withMessageContaining(key);
	}

	@ParameterizedTest
	@CsvSource({ "parley.public-url, https://forum.example.org", "parley.public-url, http://localhost:5000",
			"parley.media.url, ''", "parley.media.storage.public-endpoint, https://s3.example.org/v1/s3" })
	void othersAreAccepted(String key, String address) {
		assertThatNoException().isThrownBy(() -> start(key, address));
	}

	private static void start(String key, String address) {
		var application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run("--" + key + "=" + address).close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
