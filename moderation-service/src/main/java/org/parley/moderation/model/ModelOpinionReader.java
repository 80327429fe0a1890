package org.parley.moderation.model;

import java.util.Map;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer. It is data from outside: what is not of the expected form does not
 * count at all.
 */
final class ModelOpinionReader {

	private static final Pattern CATEGORY = Pattern.compile("[a-z0-9/_-]{1,64}");

	private static final int MOST = 100;

	private ModelOpinionReader() {
	}

	static ModelOpinion read(JsonMapper json, byte[] answer) {
		try {
			return opinion(json.readTree(answer));
		}
		catch (JacksonException ex) {
			throw new ModerationProviderException(ModelCallOutcome.MALFORMED, null, ex);
		}
	}

	private static ModelOpinion opinion(JsonNode answer) {
		var model = answer.path("model");
		var results = answer.path("results");
		require(model.isString() && !model.asString().isBlank() && model.asString().length() <= MOST);
		require(results.isArray() && results.size() == 1);
		require(results.path(0).path("flagged").isBoolean());
		var scores = results.path(0).path("category_scores");
		require(scores.isObject() && !scores.isEmpty() && scores.size() <= MOST);
		return new ModelOpinion(model.asString(), scores.properties()
			.stream()
			.collect(Collectors.toUnmodifiableMap(ModelOpinionReader::category, (entry) -> score(entry.getValue()))),
				tokens(answer.path("usage").path("total_tokens")));
	}

	private static String category(Map.Entry<String, JsonNode> entry) {
		require(CATEGORY.matches(entry.getKey()));
		return entry.getKey();
	}

	private static double score(JsonNode score) {
		require(score.isNumber() && score.asDouble() >= 0 && score.asDouble() <= 1);
		return score.asDouble();
	}

	private static long tokens(JsonNode told) {
		return (told.canConvertToLong() && told.isIntegralNumber()) ? Math.max(0, told.asLong()) : 0;
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new ModerationProviderException(ModelCallOutcome.MALFORMED);
		}
	}

}
