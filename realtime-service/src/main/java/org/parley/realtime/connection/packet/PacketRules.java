package org.parley.realtime.connection.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The packets that clients may send: Engine.IO 4 and Socket.IO 5 in the main namespace,
 * without attachments. The library's parser trusts every length that a client declares.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/">Engine.IO protocol</a>
 */
final class PacketRules {

	private static final String SEPARATOR = "\u001e";

	private static final int MAX_PACKETS = 64;

	/** Close, ping, pong, upgrade, noop; connect, disconnect, event. */
	private static final Pattern KNOWN = Pattern.compile("(?s)1|2(probe)?|3(probe)?|5|6|40(\\{.*)?|41|42\\d{0,9}\\[.*");

	private PacketRules() {
	}

	/**
	 * Returns what the library's decoder gets. Connect packets without an auth object get
	 * an empty one: the server does not call its auth listeners otherwise. Several
	 * packets are on the heap, because the decoder never releases its copies of them.
	 */
	static ByteBuf toDecode(ByteBuf content) {
		var text = content.toString(StandardCharsets.UTF_8);
		var packets = text.split(SEPARATOR, -1);
		if (packets.length == 1 && !text.equals("40")) {
			return content;
		}
		return Unpooled.wrappedBuffer(Arrays.stream(packets)
			.map((packet) -> packet.equals("40") ? "40{}" : packet)
			.collect(Collectors.joining(SEPARATOR))
			.getBytes(StandardCharsets.UTF_8));
	}

	/** Checks whether a message contains a connect packet with auth data. */
	static boolean containsConnect(String text) {
		return Arrays.stream(text.split(SEPARATOR, -1)).anyMatch((packet) -> packet.startsWith("40{"));
	}

	/** Checks whether all packets of a message are well-formed. */
	static boolean areKnown(ByteBuf content) {
		if (!content.isReadable()) {
			return false;
		}
		var text = content.toString(StandardCharsets.UTF_8);
		var packets = text.split(SEPARATOR, MAX_PACKETS + 1);
		return packets.length <= MAX_PACKETS && Arrays.stream(packets).allMatch(KNOWN.asMatchPredicate());
	}

}
