package org.parley.notification.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NewsRelevance;
import org.parley.platform.security.outbound.HttpOutcome;

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
		if (push.attempts() > this.settings.retries().size() + 1 || !this.relevance.isPushed(push.id())) {
			this.pushes.finish(push);
			return;
		}
		var sent = send(push);
		var busy = idsOf(sent, SentPush::isBusy);
		var failed = idsOf(sent, SentPush::isFailed);
		var pause = failed.isEmpty() ? null : pause(push, sent);
		if (pause != null) {
			this.pushes.postpone(push, Stream.concat(failed.stream(), busy.stream()).toList(), pause);
		}
		else if (!busy.isEmpty()) {
			this.pushes.defer(push, busy);
		}
		else {
			this.pushes.finish(push);
		}
		sent.stream().filter(SentPush::isEnded).map(SentPush::device).forEach((device) -> {
			var _ = this.registerDevice.remove(device.id(), device.userId());
		});
	}

	/** Devices do not wait for each other. */
	private List<SentPush> send(QueuedPush push) {
		var requests = new ArrayList<Future<SentPush>>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var device : this.devices.of(push.userId())) {
				if (push.devices() == null || push.devices().contains(device.id())) {
					requests.add(threads.submit(() -> new SentPush(device, this.client.send(device, push))));
				}
			}
		}
		return requests.stream().map(Future::resultNow).toList();
	}

	private static List<String> idsOf(List<SentPush> sent, Predicate<SentPush> condition) {
		return sent.stream().filter(condition).map((one) -> one.device().id()).toList();
	}

	/** The pause after this attempt; null after the last one. */
	private @Nullable Duration pause(QueuedPush push, List<SentPush> sent) {
		var retries = this.settings.retries();
		if (push.attempts() > retries.size()) {
			return null;
		}
		var planned = retries.get(push.attempts() - 1);
		return sent.stream().map(SentPush::wantedPause).reduce(planned, DeliverPush::longer);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/**
	 * The result of a notification for a device.
	 *
	 * @param outcome empty if the push service is busy
	 */
	private record SentPush(PushDevice device, Optional<HttpOutcome> outcome) {

		boolean isBusy() {
			return this.outcome.isEmpty();
		}

		boolean isEnded() {
			return this.outcome.map(HttpOutcome::status).filter(ENDED::contains).isPresent();
		}

		boolean isFailed() {
			return this.outcome.filter(HttpOutcome::isEndpointFailure).isPresent();
		}

		Duration wantedPause() {
			return this.outcome.filter(HttpOutcome::isEndpointFailure)
				.map(HttpOutcome::retryAfter)
				.orElse(Duration.ZERO);
		}

	}

}
