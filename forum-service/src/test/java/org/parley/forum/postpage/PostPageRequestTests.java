package org.parley.forum.postpage;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostPageRequestTests {

	@ParameterizedTest
	@CsvSource({ ", 0", "1, 0", "4, 0", "5, 4", "8, 4", "9, 8", "11, 8", "12, 8", "2000000000, 8" })
	void pagesAroundNumbersHaveFixedBoundaries(@Nullable Integer around, long start) {
		var from = new PostPageRequest(null, around, null, 4).from(11);
		assertThat(from).isEqualTo((start > 0) ? Cursor.next(PostPages.FLAT, start) : null);
	}

	@Test
	void pageHas20PostsByDefault() {
		assertThat(new PostPageRequest(null, null, null, null).size()).isEqualTo(20);
		assertThat(new PostPageRequest(null, 21, null, null).from(30)).isEqualTo(Cursor.next(PostPages.FLAT, 20));
	}

	@Test
	void cursorIsOfItsView() {
		var cursor = Cursor.prev(PostPages.TREE, 7);
		assertThat(new PostPageRequest(cursor.encoded(), null, "tree", null).from(30)).isEqualTo(cursor);
		assertInvalid(cursor.encoded());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "TkVYVA" })
	void textThatIsNoCursorIsRefused(String cursor) {
		assertInvalid(cursor);
	}

	@Test
	void equalPagesHaveEqualKeys() {
		var first = new PostPageRequest(null, null, null, null).keyParts();
		assertThat(new PostPageRequest(null, 7, "flat", 20).keyParts()).isEqualTo(first);
		assertThat(new PostPageRequest(null, null, "tree", null).keyParts()).isNotEqualTo(first);
		assertThat(new PostPageRequest(null, null, null, 21).keyParts()).isNotEqualTo(first);
		assertThat(new PostPageRequest(null, 25, null, null).keyParts()).isNotEqualTo(first);
	}

	private static void assertInvalid(String cursor) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> Objects.requireNonNull(new PostPageRequest(cursor, null, null, null).edge()))
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("cursor.invalid")));
	}

}
