package org.parley.moderation.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * The endpoint of models that only return scores, for all their categories.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/moderations/create">Create
 * moderation</a>
 */
final class ModerationEndpoint implements ModelEndpoint {

	private final String model;

	private final JsonMapper json;

	ModerationEndpoint(String model, JsonMapper json) {
		this.model = model;
		this.json = json;
	}

	@Override
	public String path() {
		return "/moderations";
	}

	@Override
	public String model() {
		return this.model;
	}

	@Override
	public byte[] request(ModelQuestion question) {
		return this.json.writeValueAsBytes(Map.of("model", this.model, "input", question.text()));
	}

	/** No tokenizer makes more tokens than bytes. */
	@Override
	public long highestCost(ModelQuestion question, byte[] request) {
		return question.text().getBytes(StandardCharsets.UTF_8).length;
	}

	@Override
	public ModelOpinion read(ModelQuestion question, byte[] response) {
		return ModelOpinionReader.read(this.json, response);
	}

}
