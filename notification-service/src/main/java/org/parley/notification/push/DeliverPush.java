package org.parley.notification.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NewsRelevance;

import org.springframework.stereotype.Component;

/**
 * Sends a claimed notification to the devices of its user, unless it was read meanwhile.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>
 */
@Component
class DeliverPush {

	/** The subscription has ended, or belongs to another key. */
	private static final Set<Integer> ENDED = Set.of(401, 403, 404, 410);

	private final QueuedPushes pushes;

	private final PushDevices devices;

	private final RegisterDevice registerDevice;

	private final NewsRelevance relevance;

	private final PushClient client;

	private final PushSettings settings;

	DeliverPush(QueuedPushes pushes, PushDevices devices, RegisterDevice registerDevice, NewsRelevance relevance,
			PushClient client, PushSettings settings) {
		this.pushes = pushes;
		this.devices = devices;
		this.registerDevice = registerDevice;
		this.relevance = relevance;
		this.client = client;
		this.settings = settings;
	}

	void deliver(QueuedPush push) {
		if (!this.relevance.isRelevant(push.id())) {
			this.pushes.finish(push);
			return;
		}
		var waiting = new ArrayList<String>();
		var pause = pause(push);
		for (var device : this.devices.of(push.userId())) {
			if (push.devices() != null && !push.devices().contains(device.id())) {
				continue;
			}
			var outcome = this.client.send(device, push);
			if (outcome.status() != null && ENDED.contains(outcome.status())) {
				var _ = this.registerDevice.remove(device.id(), device.userId());
			}
			else if (outcome.isEndpointFailure()) {
				waiting.add(device.id());
				pause = longer(pause, outcome.retryAfter());
			}
		}
		if (waiting.isEmpty() || pause == null) {
			this.pushes.finish(push);
		}
		else {
			this.pushes.postpone(push, waiting, pause);
		}
	}

	/** The pause after this attempt; null after the last one. */
	private @Nullable Duration pause(QueuedPush push) {
		var retries = this.settings.retries();
		return (push.attempts() <= retries.size()) ? retries.get(push.attempts() - 1) : null;
	}

	private static @Nullable Duration longer(@Nullable Duration pause, @Nullable Duration wanted) {
		return (pause != null && wanted != null && wanted.compareTo(pause) > 0) ? wanted : pause;
	}

}
