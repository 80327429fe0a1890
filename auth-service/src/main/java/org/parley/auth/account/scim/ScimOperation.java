package org.parley.auth.account.scim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of one attribute.
 *
 * @param verb {@code add}, {@code replace} or {@code remove}
 * @param attribute lower-case name without its schema
 * @param selection the comparisons of a value path, by lower-case name; null if it has
 * none
 * @param sub lower-case name of the sub-attribute; null for all of the attribute
 * @param value the new value, missing if there is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644, 3.5.2</a>
 */
record ScimOperation(String verb, String attribute, @Nullable Map<String, String> selection, @Nullable String sub,
		JsonNode value) {

	private static final int MAXIMUM = 1_000;

	private static final Set<String> READ_ONLY = Set.of("schemas", "id", "meta", "groups");

	/** Attribute, value path and sub-attribute. */
	private static final Pattern PATH = Pattern
		.compile("([A-Za-z][\\w$-]*+)(?:\\[([^\\[\\]]*+)\\])?(?:\\.([A-Za-z][\\w$-]*+))?");

	private static final Pattern COMPARISON = Pattern
		.compile("\\G\\s*+([A-Za-z]++)\\s++[Ee][Qq]\\s++(?:\"([^\"\\\\]*+)\"|(true|false))\\s*+(?:[Aa][Nn][Dd]\\b|$)");

	/**
	 * Reads the operations of a request. An operation without a path has one for each of
	 * its attributes, whose names may be paths.
	 * @throws ScimException 400
	 */
	static List<ScimOperation> read(JsonNode request) {
		var operations = ScimJson.find(request, "Operations");
		if (!operations.isArray() || operations.isEmpty() || operations.size() > MAXIMUM) {
			throw ScimException.invalid("invalidSyntax", "Operations must be a list of 1 to %d.".formatted(MAXIMUM));
		}
		return operations.valueStream().flatMap(ScimOperation::of).toList();
	}

	private static Stream<ScimOperation> of(JsonNode operation) {
		var verb = ScimJson.find(operation, "op").asString("").toLowerCase(Locale.ROOT);
		var path = ScimJson.find(operation, "path").asString("").strip();
		var value = ScimJson.find(operation, "value");
		if (!List.of("add", "replace", "remove").contains(verb)) {
			throw ScimException.invalid("invalidSyntax", "op must be add, replace or remove.");
		}
		if (!path.isEmpty()) {
			return Stream.of(of(verb, path, value));
		}
		if (verb.equals("remove")) {
			throw ScimException.invalid("noTarget", "remove needs a path.");
		}
		if (!value.isObject()) {
			throw ScimException.invalid("invalidValue", "value must be an object when there is no path.");
		}
		var all = new ArrayList<ScimOperation>();
		value.forEachEntry((name, one) -> {
			if (!isIgnored(name, one)) {
				all.add(of(verb, name, one));
			}
		});
		return all.stream();
	}

	/**
	 * The attributes of an extension are unknown here. Clients that send a whole resource
	 * send what they cannot change, too.
	 */
	private static boolean isIgnored(String name, JsonNode value) {
		return READ_ONLY.contains(name.toLowerCase(Locale.ROOT)) || (isUrn(name) && value.isObject());
	}

	private static ScimOperation of(String verb, String path, JsonNode value) {
		var matcher = PATH.matcher(withoutSchema(path));
		if (!matcher.matches()) {
			throw ScimException.invalid("invalidPath", "The path %s is malformed.".formatted(path));
		}
		var sub = matcher.group(3);
		return new ScimOperation(verb, matcher.group(1).toLowerCase(Locale.ROOT), selection(matcher.group(2), path),
				(sub != null) ? sub.toLowerCase(Locale.ROOT) : null, value);
	}

	/** A version number has a dot, so the last colon before a bracket ends the schema. */
	private static String withoutSchema(String path) {
		if (!isUrn(path)) {
			return path;
		}
		var end = path.indexOf('[');
		var start = path.lastIndexOf(':', (end >= 0) ? end : path.length()) + 1;
		return path.toLowerCase(Locale.ROOT).contains(":extension:") ? "extension" : path.substring(start);
	}

	/** Names of schemas have no case (RFC 8141). */
	private static boolean isUrn(String name) {
		return name.regionMatches(true, 0, "urn:", 0, 4);
	}

	private static @Nullable Map<String, String> selection(@Nullable String selection, String path) {
		if (selection == null) {
			return null;
		}
		var matcher = COMPARISON.matcher(selection);
		var comparisons = new HashMap<String, String>();
		var end = 0;
		while (end < selection.length() && matcher.find()) {
			comparisons.put(matcher.group(1).toLowerCase(Locale.ROOT),
					(matcher.group(2) != null) ? matcher.group(2) : matcher.group(3));
			end = matcher.end();
		}
		if (end == 0 || end < selection.length()
				|| selection.stripTrailing().toLowerCase(Locale.ROOT).endsWith(" and")) {
			throw ScimException.invalid("invalidFilter", "The path %s must select by eq.".formatted(path));
		}
		return comparisons;
	}

	/**
	 * The value that a value path names; empty if it selects by others, null if it
	 * selects none.
	 */
	@Nullable String selected() {
		return (this.selection != null) ? this.selection.getOrDefault("value", "") : null;
	}

	/** Whether a value path selects another value than the one of these properties. */
	boolean excludes(Map<String, String> properties) {
		return this.selection != null && properties.entrySet()
			.stream()
			.anyMatch((one) -> !this.selection.getOrDefault(one.getKey(), one.getValue())
				.equalsIgnoreCase(one.getValue()));
	}

	boolean isRemoval() {
		return this.verb.equals("remove");
	}

}
