package org.parley.platform.web.paging;

import java.time.Instant;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderedPageTests {

	@Test
	void ascendingPageContinuesWithGreaterValues() {
		var query = page(Cursor.next("joined", 7).encoded()).of(new Query());
		assertThat(query.getQueryObject()).isEqualTo(new Document("version", new Document("$gt", 7L)));
		assertThat(query.getSortObject()).isEqualTo(new Document("version", 1));
	}

	@Test
	void backwardPageOfAscendingOrderIsReadInReverse() {
		var query = page(Cursor.prev("joined", 7).encoded()).of(new Query());
		assertThat(query.getQueryObject()).isEqualTo(new Document("version", new Document("$lt", 7L)));
		assertThat(query.getSortObject()).isEqualTo(new Document("version", -1));
	}

	@Test
	void valueOfOtherTypeIsRefused() {
		var cursor = Cursor.next("joined", Instant.EPOCH).encoded();
		assertThatThrownBy(() -> page(cursor)).isInstanceOf(RefusalException.class);
	}

	private static OrderedPage page(String cursor) {
		return new OrderedPage(new Request(cursor, 2), "joined", Direction.ASC, "version", (from) -> from.number(0));
	}

	private record Request(@Nullable String cursor, @Nullable Integer limit) implements PageQuery {
	}

}
