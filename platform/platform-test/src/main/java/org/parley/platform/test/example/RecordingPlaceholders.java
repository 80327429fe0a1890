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

	private final Map<String, String> given = new LinkedHashMap<>();

	private final Map<String, String> made = new HashMap<>();

	private final Map<String, Integer> madeAt = new HashMap<>();

	RecordingPlaceholders(RecordedMoments recordedMoments) {
		this.recordedMoments = recordedMoments;
	}

	void give(String value, String standIn) {
		this.given.put(value, standIn);
	}

	/** Copies an answer with placeholders. */
	JsonNode in(JsonNode said, String place) {
		return switch (said) {
			case ObjectNode object -> {
				var copy = object.objectNode();
				object.properties()
					.forEach((each) -> copy.set(each.getKey(), in(each.getValue(), place + "/" + each.getKey())));
				yield copy;
			}
			case ArrayNode array -> {
				var copy = array.arrayNode();
				array.forEach((each) -> copy.add(in(each, place + "/" + copy.size())));
				yield copy;
			}
			case StringNode text -> StringNode.valueOf(in(text.stringValue(), place));
			default -> said;
		};
	}

	private String in(String text, String place) {
		var changed = text;
		for (var each : this.given.entrySet()) {
			changed = changed.replace(each.getKey(), each.getValue());
		}
		changed = every(CURSOR, changed, (cursor) -> cursor(cursor, place));
		changed = every(TOKEN, changed, (_) -> "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl");
		changed = every(TIME, changed, (time) -> this.recordedMoments.of(Instant.parse(time)).toString());
		changed = every(ID, changed, (id) -> this.made.computeIfAbsent(id, (_) -> id(fresh(place))));
		return every(TAG, changed, (tag) -> this.made.computeIfAbsent(tag, (_) -> fresh(place).substring(0, 12)));
	}

	private String cursor(String cursor, String place) {
		var keys = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(in(keys, place).getBytes(StandardCharsets.UTF_8));
	}

	private static String every(Pattern pattern, String text, UnaryOperator<String> standIn) {
		return pattern.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(standIn.apply(match.group())));
	}

	/** Distinguishes several new values at one place. */
	private String fresh(String place) {
		try {
			var which = place + this.madeAt.merge(place, 1, Integer::sum);
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(which.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A ULID of the day of the stories. */
	private static String id(String fresh) {
		var id = new StringBuilder("01KJP4");
		for (int i = 0; i < 40; i += 2) {
			id.append(ALPHABET.charAt(Integer.parseInt(fresh, i, i + 2, 16) % ALPHABET.length()));
		}
		return id.toString();
	}

}
