package org.parley.auth.tokens.note;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.auth.tokens.key.TestCiphers;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SealedNotesTests {

	/** Of a cookie with its name. */
	private static final int LONGEST = 4000;

	private final SealedNotes notes = new SealedNotes(TestCiphers.atRest(), JsonMapper.builder().build());

	private final Random random = new Random(1);

	@Test
	void noteOpensUnderItsName() {
		var note = new Note("/oauth2/apps", List.of());
		var sealed = this.notes.seal("one", note);
		assertThat(this.notes.open("one", sealed, Note.class)).contains(note);
		assertThat(this.notes.open("other", sealed, Note.class)).isEmpty();
		assertThat(this.notes.open("one", "", Note.class)).isEmpty();
	}

	@Test
	void longRequestOfPersonInManyGroupsFitsCookie() {
		var note = new Note(
				"/oauth2/authorize?client_id=app&redirect_uri=https://app.example/back&state=" + random(2200),
				Stream.generate(() -> random(26)).limit(50).toList());
		var sealed = this.notes.seal("one", note);
		assertThat(sealed).hasSizeLessThan(LONGEST);
		assertThat(this.notes.open("one", sealed, Note.class)).contains(note);
	}

	private String random(int length) {
		var bytes = new byte[length];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
	}

	/** A note. */
	private record Note(String next, List<String> groups) {
	}

}
