package org.parley.notification.push;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.platform.security.outbound.PublicHttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Posts encrypted notifications to push services. */
@Component
class PushClient {

	/** A title is shortened by devices long before this. */
	private static final int MAX_TITLE = 500;

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

	HttpOutcome send(PushDevice device, QueuedPush push) {
		var endpoint = URI.create(device.endpoint());
		return this.http.post(endpoint, headers(endpoint, push), WebPushCipher.encrypt(message(push), device.keys()));
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
				: title.substring(0, title.offsetByCodePoints(0, MAX_TITLE)) + "…";
	}

}
