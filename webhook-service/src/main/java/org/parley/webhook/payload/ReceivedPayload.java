package org.parley.webhook.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.webhook.mail.inbound.FormFields;
import org.parley.webhook.mail.inbound.MalformedMailException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The payload of a webhook as JSON, so that its secrets can be masked: a form is an
 * object, CSV is a list of rows with the names of the first line.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class ReceivedPayload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MAX_ROWS = 100;

	private ReceivedPayload() {
	}

	/** Reads a payload; empty if it is neither JSON nor a form nor CSV. */
	public static Optional<JsonNode> read(@Nullable String contentType, byte[] body) {
		var type = (contentType != null) ? contentType.strip().toLowerCase(Locale.ROOT) : "";
		if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")) {
			return form(contentType, body);
		}
		if (type.startsWith("text/csv")) {
			return Optional.of(rows(csv(new String(body, StandardCharsets.UTF_8))));
		}
		return json(body);
	}

	private static Optional<JsonNode> json(byte[] body) {
		try {
			return Optional.of(JSON.readTree(body)).filter((payload) -> !payload.isMissingNode());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<JsonNode> form(@Nullable String contentType, byte[] body) {
		try {
			return Optional.of(object(FormFields.of(contentType, body)));
		}
		catch (MalformedMailException ex) {
			return Optional.empty();
		}
	}

	/** Some providers send JSON in a field of a form. */
	private static ObjectNode object(FormFields fields) {
		var form = JSON.createObjectNode();
		fields.texts().forEach((name, value) -> {
			var isJson = value.startsWith("{") || value.startsWith("[");
			var nested = isJson ? json(value.getBytes(StandardCharsets.UTF_8)) : Optional.<JsonNode>empty();
			form.set(name, nested.orElseGet(() -> StringNode.valueOf(value)));
		});
		return form;
	}

	private static JsonNode rows(List<List<String>> lines) {
		var rows = JSON.createArrayNode();
		var names = lines.isEmpty() ? List.<String>of() : lines.getFirst();
		lines.stream().skip(1).limit(MAX_ROWS).forEach((line) -> {
			var row = rows.addObject();
			for (int i = 0; i < line.size(); i++) {
				row.put((i < names.size()) ? names.get(i) : String.valueOf(i + 1), line.get(i));
			}
		});
		return rows;
	}

	private static List<List<String>> csv(String text) {
		var lines = new ArrayList<List<String>>();
		var line = new ArrayList<String>();
		var value = new StringBuilder();
		var isQuoted = false;
		for (int i = 0; i < text.length() && lines.size() <= MAX_ROWS; i++) {
			var sign = text.charAt(i);
			if (sign == '"') {
				if (isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
					value.append(sign);
					i++;
				}
				else {
					isQuoted = !isQuoted;
				}
			}
			else if (isQuoted || (sign != ',' && sign != '\n' && sign != '\r')) {
				value.append(sign);
			}
			else if (sign != '\r') {
				line.add(value.toString());
				value.setLength(0);
				if (sign == '\n') {
					lines.add(List.copyOf(line));
					line.clear();
				}
			}
		}
		if (!value.isEmpty() || !line.isEmpty()) {
			line.add(value.toString());
			lines.add(List.copyOf(line));
		}
		return lines;
	}

}
