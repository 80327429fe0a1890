package org.parley.launcher.seed;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.FirstThread;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The categories, people and discussions of a development start.
 *
 * @param categories in their order; the first one has the threads of every new forum
 * @param people besides the accounts of the checkout
 * @param discussions in the order in which they begin
 */
record SampleTexts(List<SampleCategory> categories, List<SamplePerson> people, List<SampleDiscussion> discussions) {

	/** Most replies are no answers, and have no votes. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final TypeReference<List<FirstThread>> FIRST_THREADS = new TypeReference<>() {
	};

	/** Reads the texts in a language, or in English if there are none in it. */
	static SampleTexts in(String language) {
		var own = find(language);
		return JSON.readValue((own != null) ? own : Objects.requireNonNull(find("en")), SampleTexts.class);
	}

	private static @Nullable InputStream find(String language) {
		return SampleTexts.class.getResourceAsStream("samples-%s.json".formatted(language));
	}

	/** Reads the threads of every new forum. */
	static List<FirstThread> ofNewForum(String language) {
		return JSON.readValue(FirstThread.open(language), FIRST_THREADS);
	}

	/** A category. */
	record SampleCategory(String slug, String name, String description, String colour) {
	}

	/** A person without a password, who only writes. */
	record SamplePerson(String username, String name) {
	}

	/** A thread with its replies. */
	record SampleDiscussion(String category, String author, String title, List<String> tags, String content,
			List<SampleReply> replies) {
	}

	/**
	 * A reply.
	 *
	 * @param accepted whether it answers the question
	 * @param votes the number of people who vote for it
	 */
	record SampleReply(String author, @Nullable Integer quote, String content, boolean accepted, int votes) {
	}

}
