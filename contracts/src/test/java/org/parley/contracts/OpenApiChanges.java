package org.parley.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The changes of an API's description that break a client, compared with the one before.
 * Clients ignore properties and values of enumerations in responses that they do not
 * know, so both may be added. Services refuse what they do not know in requests. An
 * operation may go when the published description has announced it and its day has come.
 */
final class OpenApiChanges {

	private static final Pattern WORDS = Pattern.compile("\\^\\(\\?:([a-z-]+(?:\\|[a-z-]+)+)\\)\\$");

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

	private static final Set<String> MOST = Set.of("maximum", "maxLength", "maxItems");

	private static final Set<String> LEAST = Set.of("minimum", "minLength", "minItems");

	private final List<String> breaks = new ArrayList<>();

	private final Set<String> compared = new HashSet<>();

	private final JsonNode before;

	private final JsonNode now;

	private final LocalDate today;

	private OpenApiChanges(JsonNode before, JsonNode now, LocalDate today) {
		this.before = before;
		this.now = now;
		this.today = today;
	}

	/** Lists the incompatible changes with their places; empty when there are none. */
	static List<String> between(JsonNode before, JsonNode now, LocalDate today) {
		var changes = new OpenApiChanges(before, now, today);
		before.path("paths").properties().forEach((path) -> changes.path(path.getKey(), path.getValue()));
		return changes.breaks;
	}

	private void path(String path, JsonNode operations) {
		operations.properties()
			.stream()
			.filter((operation) -> METHODS.contains(operation.getKey()))
			.forEach((operation) -> {
				var is = this.now.path("paths").path(path).path(operation.getKey());
				var at = operation.getKey().toUpperCase(Locale.ROOT) + " " + path;
				if (is.isObject()) {
					operation(at, operation.getValue(), is);
				}
				else if (!hasEnded(operation.getValue())) {
					this.breaks.add(at + " is gone");
				}
			});
	}

	private boolean hasEnded(JsonNode operation) {
		var sunset = operation.path("x-sunset").asText("");
		return operation.path("deprecated").asBoolean() && !sunset.isEmpty()
				&& !LocalDate.parse(sunset).isAfter(this.today);
	}

	private void operation(String at, JsonNode was, JsonNode is) {
		parameters(at, was.path("parameters"), is.path("parameters"));
		body(at + " body", was.path("requestBody"), is.path("requestBody"));
		was.path("responses")
			.properties()
			.stream()
			.filter((response) -> response.getKey().startsWith("2"))
			.forEach((response) -> response(at + " " + response.getKey(), response.getValue(),
					is.path("responses").path(response.getKey())));
		if (isOpen(was) && !isOpen(is)) {
			this.breaks.add(at + " needs a token now");
		}
	}

	private static boolean isOpen(JsonNode operation) {
		var security = operation.path("security");
		return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
	}

	private void parameters(String at, JsonNode was, JsonNode is) {
		was.forEach((parameter) -> {
			var same = find(is, parameter);
			var place = at + " " + name(parameter);
			if (same == null) {
				this.breaks.add(place + " is gone");
				return;
			}
			required(place, parameter.path("required"), same.path("required"));
			request(place, parameter.path("schema"), same.path("schema"));
		});
		is.forEach((parameter) -> {
			if (parameter.path("required").asBoolean() && find(was, parameter) == null) {
				this.breaks.add(at + " " + name(parameter) + " is required now");
			}
		});
	}

	private static @Nullable JsonNode find(JsonNode parameters, JsonNode parameter) {
		return parameters.valueStream().filter((other) -> name(other).equals(name(parameter))).findFirst().orElse(null);
	}

	private static String name(JsonNode parameter) {
		return parameter.path("in").asText() + " " + parameter.path("name").asText();
	}

	private void body(String at, JsonNode was, JsonNode is) {
		required(at, was.path("required"), is.path("required"));
		was.path("content").properties().forEach((content) -> {
			var same = is.path("content").path(content.getKey());
			if (same.isMissingNode()) {
				this.breaks.add(at + " cannot be " + content.getKey() + " any more");
			}
			else {
				request(at, content.getValue().path("schema"), same.path("schema"));
			}
		});
	}

	private void response(String at, JsonNode was, JsonNode is) {
		if (is.isMissingNode()) {
			this.breaks.add(at + " is gone");
			return;
		}
		was.path("content").properties().forEach((content) -> {
			var same = is.path("content").path(content.getKey());
			if (same.isMissingNode()) {
				this.breaks.add(at + " is no " + content.getKey() + " any more");
			}
			else {
				schema(at, content.getValue().path("schema"), same.path("schema"), false);
			}
		});
	}

	private void request(String at, JsonNode was, JsonNode is) {
		schema(at, was, is, true);
	}

	/** A pair of named schemas is compared once, which also ends recursion. */
	private void schema(String at, JsonNode was, JsonNode is, boolean request) {
		var named = was.path("$ref").asText() + " " + is.path("$ref").asText() + " " + request;
		if (was.has("$ref") && is.has("$ref") && !this.compared.add(named)) {
			return;
		}
		var old = resolved(this.before, was);
		var young = resolved(this.now, is);
		var given = types(request ? old : young);
		if (!types(request ? young : old).containsAll(given)) {
			this.breaks.add(at + " has another type");
			return;
		}
		if (!old.path("format").equals(young.path("format"))) {
			this.breaks.add(at + " has another format");
		}
		properties(at, old, young, request);
		values(at, old.path("enum"), young.path("enum"), request);
		if (old.has("items")) {
			schema(at + "[]", old.path("items"), young.path("items"), request);
		}
		if (old.path("additionalProperties").isObject()) {
			schema(at + ".*", old.path("additionalProperties"), young.path("additionalProperties"), request);
		}
		if (request) {
			limits(at, old, young);
		}
	}

	private static JsonNode resolved(JsonNode document, JsonNode schema) {
		var reference = schema.path("$ref").asText("");
		return reference.isEmpty() ? schema : document.at(reference.substring(1));
	}

	/**
	 * Null is a type like others: a request may take more than before, a response may
	 * have fewer.
	 */
	private static Set<String> types(JsonNode schema) {
		var type = schema.path("type");
		var types = new TreeSet<String>();
		if (type.isArray()) {
			type.forEach((one) -> types.add(one.asText()));
		}
		else {
			types.add(type.asText());
		}
		return types;
	}

	private void properties(String at, JsonNode was, JsonNode is, boolean request) {
		was.path("properties").properties().forEach((property) -> {
			var place = at + "." + property.getKey();
			var same = is.path("properties").path(property.getKey());
			if (same.isMissingNode()) {
				this.breaks.add(place + " is gone");
			}
			else {
				schema(place, property.getValue(), same, request);
			}
		});
		var required = names(was.path("required"));
		var requiredNow = names(is.path("required"));
		if (request) {
			requiredNow.stream()
				.filter((name) -> !required.contains(name))
				.forEach((name) -> this.breaks.add(at + "." + name + " is required now"));
		}
		else {
			required.stream()
				.filter((name) -> !requiredNow.contains(name))
				.forEach((name) -> this.breaks.add(at + "." + name + " may be absent now"));
		}
	}

	private void values(String at, JsonNode was, JsonNode is, boolean request) {
		if (was.isMissingNode() && !is.isMissingNode() && request) {
			this.breaks.add(at + " allows certain values only now");
		}
		if (!is.isMissingNode()) {
			var allowed = names(is);
			names(was).stream()
				.filter((value) -> !allowed.contains(value))
				.forEach((value) -> this.breaks.add(at + " cannot be " + value + " any more"));
		}
	}

	private void limits(String at, JsonNode was, JsonNode is) {
		for (Map.Entry<String, JsonNode> keyword : is.properties()) {
			var name = keyword.getKey();
			var old = was.path(name);
			var narrower = MOST.contains(name) ? old.isMissingNode() || keyword.getValue().asDouble() < old.asDouble()
					: LEAST.contains(name) && keyword.getValue().asDouble() > old.asDouble(0);
			if (narrower) {
				this.breaks.add(at + " has a narrower " + name);
			}
		}
		if (is.has("pattern") && !includes(is.path("pattern").asText(), was.path("pattern").asText())) {
			this.breaks.add(at + " has another pattern");
		}
	}

	/** A pattern of words is an enumeration, which may have more words. */
	private static boolean includes(String is, String was) {
		return is.equals(was) || (!words(was).isEmpty() && words(is).containsAll(words(was)));
	}

	private static List<String> words(String pattern) {
		var words = WORDS.matcher(pattern);
		return words.matches() ? List.of(words.group(1).split("\\|")) : List.of();
	}

	private void required(String at, JsonNode was, JsonNode is) {
		if (is.asBoolean() && !was.asBoolean()) {
			this.breaks.add(at + " is required now");
		}
	}

	private static Set<String> names(JsonNode array) {
		var names = new TreeSet<String>();
		array.forEach((name) -> names.add(name.asText()));
		return names;
	}

}
