package org.parley.platform.web.paging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NewestFirstTests {

	@Test
	void firstPageIsSortedAndLimited() {
		var query = new NewestFirst(new Request(null, null)).of(new Query(Criteria.where("owner").is("alice")));
		assertThat(query.getQueryObject()).isEqualTo(new Document("owner", "alice"));
		assertThat(query.getSortObject()).isEqualTo(new Document("_id", -1));
		assertThat(query.getLimit()).isEqualTo(21);
	}

	@Test
	void cursorKeepsOtherCriteria() {
		var page = new NewestFirst(new Request(Cursor.next("newest", "c").encoded(), 5));
		assertThat(page.of(new Query(Criteria.where("owner").is("alice"))).getQueryObject())
			.isEqualTo(new Document("owner", "alice").append("_id", new Document("$lt", "c")));
	}

	@Test
	void pagingVisitsEveryItemOnceInBothDirections() {
		var first = read(null);
		var second = read(first.meta().pagination().next());
		var third = read(second.meta().pagination().next());
		assertThat(List.of(first.data(), second.data(), third.data())).containsExactly(List.of("e", "d"),
				List.of("c", "b"), List.of("a"));
		assertThat(third.meta().pagination().next()).isNull();
		var back = read(third.meta().pagination().prev());
		assertThat(back.data()).containsExactly("c", "b");
		assertThat(read(back.meta().pagination().prev()).data()).containsExactly("e", "d");
	}

	@Test
	void cursorOfOtherListIsRefused() {
		var request = new Request(Cursor.next("oldest", "c").encoded(), 2);
		assertThatThrownBy(() -> new NewestFirst(request)).isInstanceOf(RefusalException.class);
	}

	/** Applies the query to the ids a to e. */
	private static Paged<String> read(@Nullable String cursor) {
		var newest = new NewestFirst(new Request(cursor, 2));
		var query = newest.of(new Query());
		var id = query.getQueryObject().get("_id", new Document());
		var descending = query.getSortObject().getInteger("_id") < 0;
		var found = Stream.of("a", "b", "c", "d", "e")
			.filter((item) -> !id.containsKey("$lt") || item.compareTo(id.getString("$lt")) < 0)
			.filter((item) -> !id.containsKey("$gt") || item.compareTo(id.getString("$gt")) > 0)
			.sorted(descending ? Comparator.reverseOrder() : Comparator.naturalOrder())
			.limit(query.getLimit())
			.toList();
		return newest.page(found, (item) -> item);
	}

	private record Request(@Nullable String cursor, @Nullable Integer limit) implements PageQuery {
	}

}
