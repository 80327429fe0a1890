package org.parley.webhook.payload;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ReceivedPayloadTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@ParameterizedTest
	@MethodSource("payloads")
	void secretsOfEachFormAreMasked(@Nullable String type, String body, String shown) {
		assertThat(ReceivedPayload.read(type, body.getBytes(StandardCharsets.UTF_8)).map(PayloadMasker::mask))
			.hasValueSatisfying((payload) -> assertThat(payload.toString().replace('"', '\'')).isEqualTo(shown));
	}

	static Stream<Arguments> payloads() {
		return Stream.of(arguments(null, "{\"a\":1,\"token\":\"x\"}", "{'a':1,'token':'***'}"),
				arguments("application/json", "[1,{\"password\":\"x\"}]", "[1,{'password':'***'}]"),
				arguments(FORM, "a=1&api_key=x&b=%C3%A9+e", "{'a':'1','api_key':'***','b':'é e'}"),
				arguments(FORM, "payload={\"secret\":\"x\",\"n\":2}", "{'payload':{'secret':'***','n':2}}"),
				arguments(FORM, "note=Bearer+x&open={broken", "{'note':'***','open':'{broken'}"),
				arguments("text/csv; charset=utf-8", "name,Password\nann,x\nbob,\"y,z\"",
						"[{'name':'ann','Password':'***'},{'name':'bob','Password':'***'}]"),
				arguments("text/csv", "a,b\r\n\"1\n2\",\"say \"\"x\"\"\",more",
						"[{'a':'1\\n2','b':'say \\'x\\'','3':'more'}]"),
				arguments("text/csv", "only", "[]"), arguments("text/csv", "", "[]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain text", "{", "<xml/>" })
	void otherPayloadIsNotShown(String body) {
		assertThat(ReceivedPayload.read("text/plain", body.getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=x" })
	void brokenMultipartHasNoFields(String type) {
		var payload = ReceivedPayload.read(type, "nonsense".getBytes(StandardCharsets.UTF_8));
		assertThat(payload.stream().flatMap((form) -> form.properties().stream())).isEmpty();
	}

	@Test
	void longListIsShortened() {
		var csv = "a\n" + "x\n".repeat(5_000);
		assertThat(ReceivedPayload.read("text/csv", csv.getBytes(StandardCharsets.UTF_8)).orElseThrow()).hasSize(100);
	}

}
