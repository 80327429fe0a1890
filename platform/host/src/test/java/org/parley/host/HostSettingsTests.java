package org.parley.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class HostSettingsTests {

	@TempDir
	private Path folder = Path.of("");

	private HostSettings read(String yaml) throws Exception {
		return HostSettings.read(Files.writeString(this.folder.resolve("host.yml"), yaml));
	}

	@Test
	void valuesNameVariablesOfTheProcess() throws Exception {
		var settings = read("""
				address: 127.0.0.1
				port: 8079
				services:
				- name: forum-service
				  jar: /app/forum-service.jar
				  environment: {PORT: "8082", HOME_OF: "${PATH}", PARLEY_IMAGE_HOSTS: "${NOT_SET_ANYWHERE:}"}
				""");
		assertThat(settings.secret()).isNull();
		assertThat(settings.services()).singleElement()
			.returns(Map.of("PORT", "8082", "HOME_OF", System.getenv("PATH"), "PARLEY_IMAGE_HOSTS", ""),
					ServiceSettings::environment);
		assertThat(settings.services().getFirst()).hasToString("forum-service");
	}

	@ParameterizedTest
	@CsvSource({ "'', a b c", "b, a c", "'a,c', b", "'a,b,c', ''" })
	void serviceApartIsNotStarted(String apart, String services) throws Exception {
		var settings = read("""
				address: 127.0.0.1
				port: 8079
				apart: "%s"
				services: [{name: a, jar: a.jar}, {name: b, jar: b.jar}, {name: c, jar: c.jar}]
				""".formatted(apart));
		assertThat(String.join(" ", settings.services().stream().map(ServiceSettings::name).toList()))
			.isEqualTo(services);
	}

	@ParameterizedTest
	@ValueSource(strings = { "address: a\nport: 1\nservices: []\nunknown: 1",
			"address: a\nport: 1\napart: forum\nservices: []",
			"address: a\nport: 1\nsecret: ${NOT_SET_ANYWHERE}\nservices: []" })
	void unknownNamesAndMissingVariablesAreRefused(String yaml) {
		assertThatException().isThrownBy(() -> read(yaml));
	}

}
