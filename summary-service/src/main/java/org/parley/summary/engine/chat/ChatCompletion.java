package org.parley.summary.engine.chat;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response of the provider.
 *
 * @param content the content of the model's message; empty if the response has none
 * @param tokens the used tokens of prompt and answer; 0 if unknown
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
 */
record ChatCompletion(String content, long tokens) {

	static ChatCompletion parse(byte[] response, JsonMapper json) {
		try {
			var answer = json.readTree(response);
			return new ChatCompletion(answer.at("/choices/0/message/content").asString(""),
					Math.max(0, answer.at("/usage/total_tokens").asLong(0)));
		}
		catch (JacksonException ex) {
			return new ChatCompletion("", 0);
		}
	}

}
