package org.parley.realtime.event.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

/** Publishes post events. Posts that readers may not see are not published. */
abstract class LivePostListener {

	private final EventSink sink;

	private final MediaAddresses addresses;

	LivePostListener(EventSink sink, MediaAddresses addresses) {
		this.sink = sink;
		this.addresses = addresses;
	}

	@EventHandler("post.created")
	void onCreated(PostCreated event, EventEnvelope envelope) {
		if (event.post().status().isShown()) {
			publish("new-post", event.thread(), event.post().id(),
					LivePost.ofNew(event.post(), event.thread().id(), this.addresses), envelope);
		}
	}

	@EventHandler({ "post.edited", "post.restored" })
	void onChanged(PostChanged event, EventEnvelope envelope) {
		if (event.post().status().isShown()) {
			replace("post-updated", event.thread(), event.post().id(),
					LivePost.of(event.post(), event.thread().id(), this.addresses), envelope);
		}
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemoved event, EventEnvelope envelope) {
		remove(event.post(), event.thread(), event.status().json(), event.version(), envelope);
	}

	@EventHandler("post.status-changed")
	void onStatusChanged(PostStatusChanged event, EventEnvelope envelope) {
		if (!event.status().isShown()) {
			remove(event.reference(), event.thread(), event.status().json(), event.version(), envelope);
			return;
		}
		var thread = event.thread().id();
		var post = event.post();
		var data = (post != null) ? LivePost.ofChangedStatus(post, thread, event.moderation(), this.addresses)
				: new LivePostStatus(event.reference().id(), thread, event.reference().number(), event.status().json(),
						event.moderation(), event.version());
		publish("post-updated", event.thread(), event.reference().id(), data, envelope);
	}

	/** The post disappears from the old thread and appears in the new one. */
	@EventHandler("post.moved")
	void onMoved(PostMoved event, EventEnvelope envelope) {
		var left = new PostReference(event.reference().id(), event.was(), event.reference().author());
		remove(left, event.from(), "moved", event.version(), envelope);
		var post = event.post();
		if (post != null && event.status().isShown()) {
			publish("post-updated", event.thread(), post.id(), LivePost.of(post, event.thread().id(), this.addresses),
					envelope);
		}
	}

	private void remove(PostReference post, ThreadReference thread, String status, long version,
			EventEnvelope envelope) {
		replace("post-removed", thread, post.id(),
				new LivePostStatus(post.id(), thread.id(), post.number(), status, null, version), envelope);
	}

	private void publish(String name, ThreadReference thread, String post, Object data, EventEnvelope envelope) {
		this.sink.publish(RoomKind.THREAD.room(thread.id()), liveEvent(name, thread, post, data, envelope));
	}

	private void replace(String name, ThreadReference thread, String post, Object data, EventEnvelope envelope) {
		this.sink.replace(RoomKind.THREAD.room(thread.id()), liveEvent(name, thread, post, data, envelope));
	}

	private static LiveEvent liveEvent(String name, ThreadReference thread, String post, Object data,
			EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), RoomKind.THREAD.room(thread.id()), post, data);
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LivePostListener {

		Live(RoomBroadcaster roomBroadcaster, MediaAddresses addresses) {
			super(roomBroadcaster, addresses);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LivePostListener {

		Recorded(ReplayRecorder recorder, MediaAddresses addresses) {
			super(recorder, addresses);
		}

	}

	/**
	 * A post's status, without its content.
	 *
	 * @param number its position in the thread
	 * @param status decides who sees the content
	 * @param moderation what was found in it; absent if nothing was
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record LivePostStatus(String id, String threadId, int number, String status, @Nullable String moderation,
			long version) {
	}

}
