package org.parley.realtime.connection.packet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Encodes the packets that answer a poll. The library's own encoder takes one packet more
 * from the queue than it sends, so it loses the fifty-first.
 */
public final class PollEncoder extends PacketEncoder {

	public PollEncoder(Configuration configuration) {
		super(configuration, configuration.getJsonSupport());
	}

	/** The packets beyond the limit stay in the queue for the next poll. */
	@Override
	public void encodePackets(Queue<Packet> packets, ByteBuf buffer, ByteBufAllocator allocator, int limit)
			throws IOException {
		var first = new ArrayDeque<Packet>();
		var next = packets.poll();
		while (next != null) {
			first.add(next);
			next = (first.size() < limit) ? packets.poll() : null;
		}
		super.encodePackets(first, buffer, allocator, limit);
	}

}
