package org.parley.forum.incoming.template;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Posts alerts of Alertmanager and Grafana, which send groups, and of Uptime Kuma, which
 * sends one heartbeat.
 *
 * @see <a href=
 * "https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">
 * Alertmanager</a>
 */
@Component
class AlertTemplate implements PostTemplate {

	private static final int MOST_ALERTS = 50;

	@Override
	public String name() {
		return "monitoring";
	}

	@Override
	public Optional<IncomingText> read(JsonNode body, String type) {
		if (body.path("alerts").isArray() && !body.path("alerts").isEmpty()) {
			return Optional.of(group(body));
		}
		if (body.path("msg").isString()) {
			return Optional.of(heartbeat(body));
		}
		throw RefusalException.field("alerts", "not-null", "is required");
	}

	private static IncomingText group(JsonNode body) {
		var alerts = body.path("alerts");
		var title = firstText(body.path("title"), alerts.at("/0/annotations/summary"),
				alerts.at("/0/labels/alertname"));
		var lines = alerts.valueStream().limit(MOST_ALERTS).map(AlertTemplate::alert);
		return new IncomingText("[%s] %s".formatted(body.path("status").asString("firing"), title),
				lines.collect(Collectors.joining("\n")));
	}

	private static String alert(JsonNode alert) {
		var text = firstText(alert.at("/annotations/description"), alert.at("/annotations/summary"));
		return "- **%s** %s: %s".formatted(IncomingText.plain(alert.path("status").asString("")),
				IncomingText.plain(alert.at("/labels/alertname").asString("")), IncomingText.plain(text));
	}

	private static IncomingText heartbeat(JsonNode body) {
		var name = body.at("/monitor/name").asString("");
		var state = switch (body.at("/heartbeat/status").asInt(0)) {
			case 1 -> "up";
			case 2 -> "pending";
			case 3 -> "maintenance";
			default -> "down";
		};
		var title = name.isEmpty() ? body.path("msg").asString("") : "[%s] %s".formatted(state, name);
		return new IncomingText(title, IncomingText.plain(body.path("msg").asString("")));
	}

	private static String firstText(JsonNode... values) {
		return Stream.of(values)
			.map((value) -> value.asString(""))
			.filter((text) -> !text.isBlank())
			.findFirst()
			.orElse("Alert");
	}

}
