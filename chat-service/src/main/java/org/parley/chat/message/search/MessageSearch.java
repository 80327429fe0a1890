package org.parley.chat.message.search;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Finds messages of some conversations by their words, newest first. The index begins
 * with the conversation, so the search reads nothing of other conversations.
 */
@Component
class MessageSearch {

	/**
	 * The database merges the ranges of a query in the order of the index, if they are
	 * fewer than 200.
	 */
	private static final int CONVERSATIONS_AT_ONCE = 100;

	private static final String INDEX = "search";

	private final MongoOperations mongo;

	MessageSearch(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Finds a page of messages.
	 * @param forms the words of one of which each message contains
	 */
	Paged<Message> find(List<String> conversations, List<List<String>> forms, MessageSearchQuery query) {
		var page = new NewestFirst(query);
		var isBack = query.cursor() != null && Cursor.parse(query.cursor(), "newest", 1).backwards();
		var found = new TreeMap<String, Message>(
				isBack ? Comparator.naturalOrder() : Comparator.<String>reverseOrder());
		for (int i = 0; i < conversations.size(); i += CONVERSATIONS_AT_ONCE) {
			var some = conversations.subList(i, Math.min(i + CONVERSATIONS_AT_ONCE, conversations.size()));
			for (var words : forms) {
				this.mongo.find(page.of(query(some, words)), Message.class)
					.forEach((message) -> found.put(message.id(), message));
			}
		}
		return page.page(found.values().stream().limit(query.size() + 1L).toList(), Message::id);
	}

	/** The longest word comes first, because it is probably the rarest. */
	private static Query query(List<String> conversations, List<String> words) {
		var ordered = words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
		var match = Criteria.where("conversationId").in(conversations).and("words").is(ordered.getFirst());
		var others = ordered.stream().skip(1).toList();
		return new Query(others.isEmpty() ? match : match.andOperator(Criteria.where("words").all(others)))
			.withHint(INDEX);
	}

	/**
	 * A search in messages.
	 *
	 * @param q the words that a message must contain
	 */
	record MessageSearchQuery(@NotNull @StorableText(min = 1, max = 200, directions = true) String q,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
