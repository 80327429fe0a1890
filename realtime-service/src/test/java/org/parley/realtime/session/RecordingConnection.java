package org.parley.realtime.session;

import java.util.ArrayList;
import java.util.List;

/** Records events, and accepts only a given number of them. */
public final class RecordingConnection implements SocketConnection {

	private final int capacity;

	private final List<Object> sent = new ArrayList<>();

	private boolean cut;

	public RecordingConnection(int capacity) {
		this.capacity = capacity;
	}

	@Override
	public boolean send(String event, Object data) {
		if (!isReady()) {
			return false;
		}
		this.sent.add(data);
		return true;
	}

	@Override
	public boolean send(EncodedEvent event) {
		return send(event.name(), event.json());
	}

	@Override
	public boolean isReady() {
		return this.sent.size() < this.capacity;
	}

	@Override
	public void end() {
		cut();
	}

	@Override
	public void cut() {
		this.cut = true;
	}

	public List<Object> sent() {
		return List.copyOf(this.sent);
	}

	public boolean isCut() {
		return this.cut;
	}

}
