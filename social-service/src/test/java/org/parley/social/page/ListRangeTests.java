package org.parley.social.page;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

import static org.assertj.core.api.Assertions.assertThat;

class ListRangeTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			, false, DESC, -1,
			, true, DESC, 1,
			, false, ASC, 1,
			, true, ASC, -1,
			k, false, DESC, -1, $lt
			k, true, DESC, 1, $gt
			k, false, ASC, 1, $gt
			k, true, ASC, -1, $lt
			""")
	void rangeContinuesBehindItsEdge(@Nullable String edge, boolean backwards, Direction order, int sort,
			@Nullable String operator) {
		var query = new ListRange(edge, backwards, 7).query(Criteria.where("list").is("l"), "key", order);
		assertThat(query.getSortObject()).containsOnly(Map.entry("key", sort));
		assertThat(query.getLimit()).isEqualTo(7);
		assertThat(query.getQueryObject()).containsEntry("list", "l");
		if (edge == null) {
			assertThat(query.getQueryObject()).doesNotContainKey("key");
		}
		else {
			assertThat(query.getQueryObject()).extractingByKey("key").hasToString("Document{{" + operator + "=k}}");
		}
	}

}
