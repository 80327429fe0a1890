package org.parley.realtime.connection.packet;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PacketRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "1", "2", "2probe", "3", "5", "6", "40", "40{\"token\":\"x\"}", "41", "42[\"typing\"]",
			"4217[\"join-thread\",{}]", "42[\"line\nbreak\"]", "40\u001e42[\"typing\"]\u001e3" })
	void wellFormedPacketIsKnown(String text) {
		assertThat(areKnown(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "0", "4", "43[]", "44{}", "45", "451-[\"x\"]", "46", "bAAAA", "40/admin,", "40/admin,{}",
					"42/admin,[]", "4x", "hello", "0{}", "452147483647-[\"x\"]", "420000000000000000000000[\"x\"]",
					"421234567890[\"x\"]", "42[]\u001e", "\u001e42[]", "12:42[\"typing\"]", "T2[\"x\"]" })
	void malformedPacketIsUnknown(String text) {
		assertThat(areKnown(text)).isFalse();
	}

	@Test
	void moreThan64PacketsAreUnknown() {
		assertThat(areKnown("3\u001e".repeat(63) + "3")).isTrue();
		assertThat(areKnown("3\u001e".repeat(64) + "3")).isFalse();
	}

	private static boolean areKnown(String text) {
		return PacketRules.areKnown(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', value = { "40 = 40{}", "40{\"token\":\"x\"} = 40{\"token\":\"x\"}", "2 = 2",
			"42[\"40\"] = 42[\"40\"]", "40\u001e42[\"a\"] = 40{}\u001e42[\"a\"]" })
	void connectPacketGetsAuthObject(String sent, String read) {
		var content = Unpooled.copiedBuffer(sent, StandardCharsets.UTF_8);
		assertThat(PacketRules.toDecode(content).toString(StandardCharsets.UTF_8)).isEqualTo(read);
	}

	/** The decoder copies all packets but the last one, and releases no copy. */
	@ParameterizedTest
	@CsvSource({ "42[\"a\"], true", "42[\"a\"]\u001e3, false", "40{}\u001e42[\"a\"], false" })
	void onlySinglePacketIsDecodedOutsideOfTheHeap(String sent, boolean direct) {
		var content = PooledByteBufAllocator.DEFAULT.directBuffer();
		try {
			content.writeCharSequence(sent, StandardCharsets.UTF_8);
			var decoded = PacketRules.toDecode(content);
			assertThat(decoded.isDirect()).isEqualTo(direct);
		}
		finally {
			content.release();
		}
	}

}
