package org.parley.summary.engine.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.parley.summary.engine.SummarySentence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the model said, when it has the form that was asked for: a few sentences of plain
 * text, each with posts that it was told of.
 */
final class ChatAnswer {

	private static final int MOST_POSTS = 20;

	/** No answer needs an address, and a stranger may want one in it. */
	private static final Pattern UNWANTED = Pattern.compile("(?i)https?:|www\\.|[<>\\p{Cc}\\p{Co}\\p{Cs}]");

	private ChatAnswer() {
	}

	/**
	 * Reads it.
	 * @throws ChatAnswerInvalidException when it has another form
	 */
	static List<SummarySentence> read(String content, Set<Integer> numbers, int most, JsonMapper json) {
		var sentences = tree(content, json).path("sentences");
		require(sentences.isArray() && !sentences.isEmpty() && sentences.size() <= most,
				"No fitting list of sentences");
		var read = new ArrayList<SummarySentence>();
		sentences.forEach((sentence) -> read.add(sentence(sentence, numbers)));
		return List.copyOf(read);
	}

	private static JsonNode tree(String content, JsonMapper json) {
		try {
			var tree = json.readTree(content);
			require(tree.isObject() && tree.size() == 1, "No object with sentences alone");
			return tree;
		}
		catch (JacksonException ex) {
			throw new ChatAnswerInvalidException("No JSON");
		}
	}

	private static SummarySentence sentence(JsonNode sentence, Set<Integer> numbers) {
		require(sentence.isObject() && sentence.size() == 2 && sentence.path("text").isString(), "No sentence");
		var text = sentence.path("text").asString().strip();
		require(!text.isEmpty() && text.length() <= SummarySentence.LONGEST, "A sentence is empty or too long");
		require(!UNWANTED.matcher(text).find(), "A sentence is no plain text");
		return new SummarySentence(text, posts(sentence.path("posts"), numbers));
	}

	private static List<Integer> posts(JsonNode posts, Set<Integer> numbers) {
		require(posts.isArray() && !posts.isEmpty() && posts.size() <= MOST_POSTS, "A sentence cites nothing, or all");
		var cited = new ArrayList<Integer>();
		for (var post : posts) {
			require(post.isInt() && numbers.contains(post.intValue()), "A sentence cites what it was not told");
			cited.add(post.intValue());
		}
		return cited.stream().distinct().sorted().toList();
	}

	private static void require(boolean right, String otherwise) {
		if (!right) {
			throw new ChatAnswerInvalidException(otherwise);
		}
	}

}
