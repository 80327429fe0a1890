package org.parley.moderation;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.endpoint.DeclaredEndpoints;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that only this service refuses; {@link EndpointsTests} has those of types. */
class DeclaredInputTests {

	private static final DeclaredEndpoints ENDPOINTS = DeclaredEndpoints.in("org.parley.moderation",
			PlatformWebAutoConfiguration.class);

	@ParameterizedTest
	@CsvSource(textBlock = """
			note, ''
			note, '   '
			text, ''
			decision, nothing
			until, soon
			""")
	void invalidPropertyOfDecisionIsNamed(String field, String value) {
		var body = JsonMapper.shared().writeValueAsString(Map.of(field, value));
		assertThat(ENDPOINTS.refuse("POST", "/api/v1/admin/cases/" + Ids.next() + "/decide", body))
			.anyMatch((error) -> error.startsWith(field + " "));
	}

}
