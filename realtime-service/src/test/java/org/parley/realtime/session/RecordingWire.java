package org.parley.realtime.session;

import java.util.ArrayList;
import java.util.List;

/** A client that takes so many events, and then no more. */
public final class RecordingWire implements SocketConnection {

	private final int takes;

	private final List<Object> taken = new ArrayList<>();

	private boolean cut;

	public RecordingWire(int takes) {
		this.takes = takes;
	}

	@Override
	public boolean send(String event, Object data) {
		if (!isReady()) {
			return false;
		}
		this.taken.add(data);
		return true;
	}

	@Override
	public boolean isReady() {
		return this.taken.size() < this.takes;
	}

	@Override
	public void end() {
		cut();
	}

	@Override
	public void cut() {
		this.cut = true;
	}

	public List<Object> taken() {
		return List.copyOf(this.taken);
	}

	public boolean isCut() {
		return this.cut;
	}

}
