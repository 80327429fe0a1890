package org.parley.platform.test.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Replaces values that differ between runs: ids, times, entity tags and cursors. Equal
 * values have equal placeholders, which derive from the place of the first occurrence, so
 * that a new step does not change the others.
 */
final class RecordingPlaceholders {

	private static final Pattern ID = Pattern.compile("(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(?![0-9A-Za-z])");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

	private static final Pattern TAG = Pattern.compile("(?<=^\"\\d{1,9}\\.)[0-9a-f]+(?=\"$)");

	private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");

	/** Base64 of the directions at the start of cursors. */
	private static final Pattern CURSOR = Pattern.compile("(TkVYVB|UFJFVh)[\\w-]{8,}");

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final RecordedMoments recordedMoments;

	private final Map<String, String> chosen = new LinkedHashMap<>();

	private final Map<String, String> derived = new HashMap<>();

	private final Map<String, Integer> countsByPlace = new HashMap<>();

	RecordingPlaceholders(RecordedMoments recordedMoments) {
		this.recordedMoments = recordedMoments;
	}

	/** Chooses the placeholder of a value. */
	void choose(String value, String placeholder) {
		this.chosen.put(value, placeholder);
	}

	/** Copies an answer with placeholders. */
	JsonNode replace(JsonNode answer, String place) {
		return switch (answer) {
			case ObjectNode object -> {
				var copy = object.objectNode();
				object.properties()
					.forEach((field) -> copy.set(field.getKey(),
							replace(field.getValue(), place + "/" + field.getKey())));
				yield copy;
			}
			case ArrayNode array -> {
				var copy = array.arrayNode();
				array.forEach((item) -> copy.add(replace(item, place + "/" + copy.size())));
				yield copy;
			}
			case StringNode text -> StringNode.valueOf(replace(text.stringValue(), place));
			default -> answer;
		};
	}

	private String replace(String text, String place) {
		var changed = text;
		for (var choice : this.chosen.entrySet()) {
			changed = changed.replace(choice.getKey(), choice.getValue());
		}
		changed = replaceAll(CURSOR, changed, (cursor) -> cursor(cursor, place));
		changed = replaceAll(TOKEN, changed, (_) -> "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl");
		changed = replaceAll(TIME, changed, (time) -> this.recordedMoments.of(Instant.parse(time)).toString());
		changed = replaceAll(ID, changed, (id) -> this.derived.computeIfAbsent(id, (_) -> id(hash(place))));
		return replaceAll(TAG, changed,
				(tag) -> this.derived.computeIfAbsent(tag, (_) -> hash(place).substring(0, 12)));
	}

	private String cursor(String cursor, String place) {
		var keys = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(replace(keys, place).getBytes(StandardCharsets.UTF_8));
	}

	private static String replaceAll(Pattern pattern, String text, UnaryOperator<String> placeholder) {
		return pattern.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(placeholder.apply(match.group())));
	}

	/** A hash of the place, another one for each value that occurs there first. */
	private String hash(String place) {
		try {
			var numbered = place + this.countsByPlace.merge(place, 1, Integer::sum);
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(numbered.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A ULID of the day of the stories. */
	private static String id(String hash) {
		var id = new StringBuilder("01KJP4");
		for (int i = 0; i < 40; i += 2) {
			id.append(ALPHABET.charAt(Integer.parseInt(hash, i, i + 2, 16) % ALPHABET.length()));
		}
		return id.toString();
	}

}
