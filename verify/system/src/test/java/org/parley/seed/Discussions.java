package org.parley.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.f4b6a3.ulid.UlidCreator;
import org.bson.Document;
import org.parley.seed.SeedWords.Topic;

/**
 * Generates threads of the last year as documents of forum-service. Posts are plain
 * paragraphs, so their HTML equals the rendered Markdown.
 */
final class Discussions {

	private static final Duration YEAR = Duration.ofDays(365);

	private static final Duration MAX_PAUSE = Duration.ofHours(4);

	private static final int EXCERPT = 200;

	private final RandomGenerator random;

	private final Prose prose;

	private final List<SeedAuthor> authors;

	private final Instant now;

	Discussions(RandomGenerator random, Prose prose, List<SeedAuthor> authors, Instant now) {
		this.random = random;
		this.prose = prose;
		this.authors = List.copyOf(authors);
		this.now = now;
	}

	/** Generates a thread with the given number of posts. */
	Discussion create(Topic topic, String categoryId, int length) {
		var most = MAX_PAUSE.multipliedBy(length);
		var began = this.now.minus(most).minus(randomPart(YEAR.minus(most)));
		var id = id(began);
		var posts = new ArrayList<Document>();
		var at = began;
		for (int number = 1; number <= length; number++) {
			posts.add(post(id, number, topic, at));
			at = at.plus(randomPart(MAX_PAUSE));
		}
		return new Discussion(thread(id, topic, categoryId, posts), posts);
	}

	private Document thread(String id, Topic topic, String categoryId, List<Document> posts) {
		var title = this.prose.title(topic);
		var opening = posts.getFirst();
		var last = posts.getLast();
		var tags = this.prose.tags(topic);
		return new Document("_id", id).append("title", title)
			.append("slug", slug(title))
			.append("categoryId", categoryId)
			.append("tags", tags)
			.append("tagKeys", tags)
			.append("authorId", opening.getString("authorId"))
			.append("status", "OPEN")
			.append("pinned", false)
			.append("listed", true)
			.append("excerpt", excerpt(opening.getString("content")))
			.append("createdAt", opening.getDate("createdAt"))
			.append("version", 0L)
			.append("lastNumber", posts.size())
			.append("replyCount", posts.size() - 1)
			.append("viewCount", 0L)
			.append("voteScore", 0)
			.append("lastActivityAt", last.getDate("createdAt"))
			.append("lastPostBy", last.getString("authorId"));
	}

	private Document post(String threadId, int number, Topic topic, Instant at) {
		var content = this.prose.post(topic);
		return new Document("_id", id(at)).append("threadId", threadId)
			.append("number", number)
			.append("authorId", this.authors.get(this.random.nextInt(this.authors.size())).id())
			.append("depth", 0)
			.append("content", content)
			.append("html", html(content))
			.append("status", "ACTIVE")
			.append("createdAt", Date.from(at))
			.append("version", 0L)
			.append("voteScore", 0);
	}

	static String html(String content) {
		return Stream.of(content.split("\n\n", -1)).map("<p>%s</p>\n"::formatted).collect(Collectors.joining());
	}

	private static String excerpt(String content) {
		var line = content.replace("\n\n", " ");
		if (line.length() <= EXCERPT) {
			return line;
		}
		return line.substring(0, line.lastIndexOf(' ', EXCERPT - 2)) + "…";
	}

	private static String slug(String title) {
		var words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		return words.substring(0, Math.min(80, words.length())).replaceAll("^-|-$", "");
	}

	private Duration randomPart(Duration time) {
		return Duration.ofMillis(this.random.nextLong(1, Math.max(2, time.toMillis())));
	}

	private static String id(Instant at) {
		return UlidCreator.getUlid(at.toEpochMilli()).toString();
	}

	/**
	 * A thread with its posts, as documents of forum-service.
	 *
	 * @param posts the posts' documents, in order
	 */
	record Discussion(Document thread, List<Document> posts) {

		Discussion {
			posts = List.copyOf(posts);
		}

		/** Copies the posts with new ids and with numbers after the given one. */
		List<Document> copyAfter(int before) {
			return this.posts.stream()
				.map((post) -> copyAfter(post, before))
				.collect(Collectors.toCollection(ArrayList::new));
		}

		private static Document copyAfter(Document post, int before) {
			var id = UlidCreator.getUlid(post.getDate("createdAt").toInstant().toEpochMilli()).toString();
			return new Document(post).append("_id", id).append("number", post.getInteger("number") + before);
		}

	}

}
