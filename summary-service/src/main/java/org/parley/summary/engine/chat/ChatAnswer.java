package org.parley.summary.engine.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.parley.summary.engine.EngineFailedException;
import org.parley.summary.engine.SummarySentence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses and validates the model's answer: a few sentences of plain text, each citing
 * posts of the prompt.
 */
final class ChatAnswer {

	private static final int MAX_CITATIONS = 20;

	/** URLs and markup are rejected, because a post can try to inject them. */
	private static final Pattern FORBIDDEN = Pattern.compile("(?i)https?:|www\\.|[<>\\p{Cc}\\p{Co}\\p{Cs}]");

	private ChatAnswer() {
	}

	/**
	 * Parses an answer.
	 * @param numbers the posts that a sentence can cite
	 * @throws ChatAnswerInvalidException when the answer is invalid
	 */
	static List<SummarySentence> parse(String content, Set<Integer> numbers, int maxSentences, JsonMapper json) {
		var sentences = tree(content, json).path("sentences");
		require(sentences.isArray() && !sentences.isEmpty() && sentences.size() <= maxSentences,
				"The list of sentences is missing, empty or too long");
		var parsed = new ArrayList<SummarySentence>();
		sentences.forEach((sentence) -> parsed.add(sentence(sentence, numbers)));
		return List.copyOf(parsed);
	}

	private static JsonNode tree(String content, JsonMapper json) {
		try {
			var tree = json.readTree(content);
			require(tree.isObject() && tree.size() == 1, "The answer is not an object with only sentences");
			return tree;
		}
		catch (JacksonException ex) {
			throw new ChatAnswerInvalidException("The answer is not JSON");
		}
	}

	private static SummarySentence sentence(JsonNode sentence, Set<Integer> numbers) {
		require(sentence.isObject() && sentence.size() == 2 && sentence.path("text").isString(),
				"A sentence has an unexpected form");
		var text = sentence.path("text").asString().strip();
		require(!text.isEmpty() && text.length() <= SummarySentence.MAX_LENGTH, "A sentence is empty or too long");
		require(!FORBIDDEN.matcher(text).find(), "A sentence is not plain text");
		return new SummarySentence(text, posts(sentence.path("posts"), numbers));
	}

	private static List<Integer> posts(JsonNode posts, Set<Integer> numbers) {
		require(posts.isArray() && !posts.isEmpty() && posts.size() <= MAX_CITATIONS,
				"A sentence cites no posts or too many");
		var cited = new ArrayList<Integer>();
		for (var post : posts) {
			require(post.isInt() && numbers.contains(post.intValue()), "A sentence cites an unknown post");
			cited.add(post.intValue());
		}
		return cited.stream().distinct().sorted().toList();
	}

	private static void require(boolean valid, String reason) {
		if (!valid) {
			throw new ChatAnswerInvalidException(reason);
		}
	}

	/** The model's answer has an unexpected form. */
	static final class ChatAnswerInvalidException extends EngineFailedException {

		private final String reason;

		/**
		 * Creates the exception.
		 * @param reason the reason, without any text of the model
		 */
		ChatAnswerInvalidException(String reason) {
			super("malformed", null);
			this.reason = reason;
		}

		@Override
		public String getMessage() {
			return this.reason;
		}

	}

}
