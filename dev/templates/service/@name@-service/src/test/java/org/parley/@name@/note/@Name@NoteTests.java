package org.parley.@name@.note;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class @Name@NoteTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");

	@Test
	void textIsStoredWithoutSurroundingSpace() {
		assertThat(@Name@Note.write("alice", "  Buy\nbread \n", NOW).text()).isEqualTo("Buy\nbread");
	}

	@Test
	void laterNoteHasGreaterId() {
		var first = @Name@Note.write("alice", "First", NOW);
		assertThat(@Name@Note.write("alice", "Second", NOW).id()).isGreaterThan(first.id());
	}

	@Test
	void timeHasPrecisionOfDatabase() {
		assertThat(@Name@Note.write("alice", "Now", NOW).createdAt()).isEqualTo("2026-11-22T10:00:00.123Z");
	}

}
