package org.parley.realtime.connection.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.JacksonJsonSupport;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketEncoder;
import com.corundumstudio.socketio.protocol.PacketType;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PollEncoderTests {

	private static final int LIMIT = 50;

	private final Configuration configuration = configuration();

	@Test
	void everyPacketIsSentOnceAndInOrder() throws Exception {
		var expected = IntStream.range(0, 120).mapToObj("3packet %d"::formatted).toList();
		assertThat(sentBy(new PollEncoder(this.configuration), 120)).isEqualTo(expected);
	}

	/** When this fails, the library is mended, and {@link PollEncoder} can go. */
	@Test
	void encoderOfLibraryLosesThePacketAfterTheLimit() throws Exception {
		assertThat(sentBy(new PacketEncoder(this.configuration, this.configuration.getJsonSupport()), 120)).hasSize(118)
			.doesNotContain("3packet 50");
	}

	private static List<String> sentBy(PacketEncoder encoder, int packets) throws Exception {
		var queue = new ArrayDeque<Packet>();
		for (var number = 0; number < packets; number++) {
			queue.add(pong("packet " + number));
		}
		var sent = new ArrayList<String>();
		while (!queue.isEmpty()) {
			sent.addAll(poll(encoder, queue));
		}
		return sent;
	}

	private static List<String> poll(PacketEncoder encoder, Queue<Packet> queue) throws Exception {
		var answer = Unpooled.buffer();
		encoder.encodePackets(queue, answer, UnpooledByteBufAllocator.DEFAULT, LIMIT);
		return Arrays.asList(answer.toString(StandardCharsets.UTF_8).split("\u001e"));
	}

	private static Packet pong(String data) {
		var packet = new Packet(PacketType.PONG, EngineIOVersion.V4);
		packet.setData(data);
		return packet;
	}

	private static Configuration configuration() {
		var configuration = new Configuration();
		configuration.setJsonSupport(new JacksonJsonSupport());
		return configuration;
	}

}
