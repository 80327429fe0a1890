package org.parley.social.post;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.domain.RefusalException;

/** What posts and comments have in common: an author, a text and a status. */
public interface AuthoredContent {

	/** The word for it in problem codes and details. */
	String noun();

	String id();

	String authorId();

	/** The text in Markdown; null once deleted. */
	@Nullable String text();

	/** The text as safe HTML; null once deleted. */
	@Nullable String html();

	SocialPostStatus status();

	/** Increases with every change but those of numbers. */
	long version();

	default boolean isActive() {
		return status() == SocialPostStatus.ACTIVE;
	}

	/** The text as its author sees it; null once moderators have removed it. */
	default @Nullable String shownText() {
		return (status() == SocialPostStatus.REMOVED) ? null : text();
	}

	/** The text as safe HTML; null once moderators have removed it. */
	default @Nullable String shownHtml() {
		return (status() == SocialPostStatus.REMOVED) ? null : html();
	}

	/** The numbers of reactions by kind, which may be zero. */
	Map<String, Integer> reactions();

	/** The kinds of reactions that it has, with their numbers. */
	default Map<String, Integer> shownReactions() {
		return reactions().entrySet()
			.stream()
			.filter((count) -> count.getValue() > 0)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
	}

	/**
	 * Requires that moderation does not hide it.
	 * @throws RefusalException 409 {@code social-post.hidden},
	 * {@code social-comment.hidden}
	 */
	default void requireShown() {
		if (status().isRestricted()) {
			throw RefusalException.conflict("social-%s.hidden".formatted(noun()),
					"Moderators have hidden this %s.".formatted(noun()));
		}
	}

	/**
	 * Requires that a person wrote it.
	 * @throws RefusalException 403 {@code social-post.forbidden},
	 * {@code social-comment.forbidden}
	 */
	default void requireAuthor(String personId) {
		if (!authorId().equals(personId)) {
			throw RefusalException.forbidden("social-%s.forbidden".formatted(noun()),
					"Only the author may change this %s.".formatted(noun()));
		}
	}

}
