package org.parley.notification.push;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.domain.GraphemeClusters;
import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.platform.security.outbound.PublicHttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Posts encrypted notifications to push services. */
@Component
class PushClient {

	/** A title is shortened by devices long before this. */
	private static final int MAX_TITLE = 500;

	/** A silent push service leaves room for the notifications of others. */
	private static final int MOST_REQUESTS = PushWorker.MOST_NOTIFICATIONS / 2;

	/** The number of requests that run at each host. */
	private final Map<String, Integer> requests = new ConcurrentHashMap<>();

	private final PublicHttpClient http;

	private final VapidKeys vapidKeys;

	private final PushSettings settings;

	private final JsonMapper json;

	PushClient(PublicHttpClient pushHttpClient, VapidKeys vapidKeys, PushSettings settings, JsonMapper json) {
		this.http = pushHttpClient;
		this.vapidKeys = vapidKeys;
		this.settings = settings;
		this.json = json;
	}

	/** Sends a notification; empty if too many requests to the push service run. */
	Optional<HttpOutcome> send(PushDevice device, QueuedPush push) {
		var endpoint = URI.create(device.endpoint());
		var host = endpoint.getHost();
		try {
			if (this.requests.merge(host, 1, Integer::sum) > MOST_REQUESTS) {
				return Optional.empty();
			}
			return Optional.of(this.http.post(endpoint, headers(endpoint, push),
					WebPushCipher.encrypt(message(push), device.keys())));
		}
		finally {
			this.requests.computeIfPresent(host, (_, running) -> (running > 1) ? running - 1 : null);
		}
	}

	/** A newer message about the same notification replaces the one that waits. */
	private Map<String, String> headers(URI endpoint, QueuedPush push) {
		return Map.of("Authorization", this.vapidKeys.authorization(endpoint), "Content-Type",
				"application/octet-stream", "Content-Encoding", "aes128gcm", "TTL",
				String.valueOf(this.settings.kept().toSeconds()), "Urgency", "normal", "Topic", push.id());
	}

	private byte[] message(QueuedPush push) {
		var message = new LinkedHashMap<String, String>();
		message.put("id", push.id());
		message.put("title", shortened(push.title()));
		message.put("link", push.link());
		message.put("language", push.language());
		return this.json.writeValueAsBytes(message);
	}

	private static String shortened(String title) {
		return (title.codePointCount(0, title.length()) <= MAX_TITLE) ? title
				: GraphemeClusters.cut(title, MAX_TITLE, MAX_TITLE) + "…";
	}

}
