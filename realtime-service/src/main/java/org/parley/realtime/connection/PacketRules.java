package org.parley.realtime.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * What clients may say: the packets of Engine.IO 4 and, within, of Socket.IO 5 in the
 * main namespace, without attachments. The server's own reader believes every length that
 * it is told.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/">Engine.IO protocol</a>
 */
final class PacketRules {

	private static final String SEPARATOR = "\u001e";

	private static final int MANY = 64;

	/** close, ping, pong, upgrade, nothing; connect, disconnect, an event. */
	private static final Pattern KNOWN = Pattern.compile("(?s)1|2(probe)?|3(probe)?|5|6|40(\\{.*)?|41|42\\d{0,9}\\[.*");

	private PacketRules() {
	}

	/**
	 * The same packets, where each wish to connect brings a message: the server does not
	 * ask its listeners about one without.
	 */
	static ByteBuf withAuth(ByteBuf content) {
		var text = content.toString(StandardCharsets.UTF_8);
		var packets = text.split(SEPARATOR, -1);
		if (Arrays.stream(packets).noneMatch("40"::equals)) {
			return content;
		}
		return Unpooled.copiedBuffer(Arrays.stream(packets)
			.map((packet) -> packet.equals("40") ? "40{}" : packet)
			.collect(Collectors.joining(SEPARATOR)), StandardCharsets.UTF_8);
	}

	/** Whether all packets of a message are of a known form. */
	static boolean areKnown(ByteBuf content) {
		if (!content.isReadable()) {
			return false;
		}
		var text = content.toString(StandardCharsets.UTF_8);
		var packets = text.split(SEPARATOR, MANY + 1);
		return packets.length <= MANY && Arrays.stream(packets).allMatch(KNOWN.asMatchPredicate());
	}

}
