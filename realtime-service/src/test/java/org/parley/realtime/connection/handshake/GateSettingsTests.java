package org.parley.realtime.connection.handshake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class GateSettingsTests {

	private static final int LONGEST_TEXT = 4_000;

	private final GateSettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("parley.realtime.gate", GateSettings.class);

	@ParameterizedTest
	@ValueSource(strings = { "a", "\"", "\n", "漢", "नि", "กำ", "😀", "🇩🇪", "👍🏽", "👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿" })
	void longestTextFitsIntoMessage(String character) {
		var text = character.repeat(LONGEST_TEXT).replace("\"", "\\\"").replace("\n", "\\n");
		var packet = "42123[\"send-message\",{\"conversationId\":\"%s\",\"clientId\":\"%s\",\"text\":\"%s\"}]"
			.formatted("0".repeat(26), "c".repeat(100), text);
		assertThat(packet.getBytes(StandardCharsets.UTF_8).length).isLessThan((int) this.settings.payload().toBytes());
	}

}
