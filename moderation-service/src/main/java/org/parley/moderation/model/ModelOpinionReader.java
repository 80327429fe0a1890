package org.parley.moderation.model;

import java.util.Map;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;
import org.parley.platform.ai.ModelCallException;
import org.parley.platform.ai.ModelCallOutcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses the provider's response. A response of any other form is rejected as a whole. A
 * category without a score ({@code null}) is one that the model does not rate.
 */
final class ModelOpinionReader {

	private static final Pattern CATEGORY = Pattern.compile("[a-z0-9/_-]{1,64}");

	private static final int MAX_LENGTH = 100;

	private ModelOpinionReader() {
	}

	static ModelOpinion read(JsonMapper json, byte[] response) {
		try {
			return opinion(json.readTree(response));
		}
		catch (JacksonException ex) {
			throw new ModelCallException(ModelCallOutcome.MALFORMED, ex);
		}
	}

	private static ModelOpinion opinion(JsonNode response) {
		var model = response.path("model");
		var results = response.path("results");
		require(model.isString() && !model.asString().isBlank() && model.asString().length() <= MAX_LENGTH);
		require(results.isArray() && results.size() == 1);
		require(results.path(0).path("flagged").isBoolean());
		var scores = results.path(0).path("category_scores");
		require(scores.isObject() && !scores.isEmpty() && scores.size() <= MAX_LENGTH);
		var rated = scores.properties()
			.stream()
			.filter((entry) -> !entry.getValue().isNull())
			.collect(Collectors.toUnmodifiableMap(ModelOpinionReader::category, (entry) -> score(entry.getValue())));
		require(!rated.isEmpty());
		return new ModelOpinion(model.asString(), rated, tokens(response.path("usage").path("total_tokens")));
	}

	private static String category(Map.Entry<String, JsonNode> entry) {
		require(CATEGORY.matches(entry.getKey()));
		return entry.getKey();
	}

	private static double score(JsonNode score) {
		require(score.isNumber() && score.asDouble() >= 0 && score.asDouble() <= 1);
		return score.asDouble();
	}

	/** Returns a number of tokens; 0 if it is unknown. */
	static long tokens(JsonNode tokens) {
		return (tokens.canConvertToLong() && tokens.isIntegralNumber()) ? Math.max(0, tokens.asLong()) : 0;
	}

	private static void require(boolean valid) {
		if (!valid) {
			throw new ModelCallException(ModelCallOutcome.MALFORMED);
		}
	}

}
