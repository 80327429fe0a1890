package org.parley.realtime.gate;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import io.netty.channel.ChannelPipeline;

/** The server's way of a connection, with a look at what comes in. */
final class Pipeline extends SocketIOChannelInitializer {

	private final Door door;

	private final Guard guard;

	private final Ending ending;

	Pipeline(Door door, Guard guard, Ending ending) {
		this.door = door;
		this.guard = guard;
		this.ending = ending;
	}

	@Override
	protected void addSocketioHandlers(ChannelPipeline pipeline) {
		super.addSocketioHandlers(pipeline);
		pipeline.addAfter(HTTP_ENCODER, "door", this.door);
		pipeline.addBefore(PACKET_HANDLER, "guard", this.guard);
		pipeline.addLast("ending", this.ending);
	}

}
