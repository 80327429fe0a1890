package org.parley.forum.category;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizedWriterTests {

	@Test
	void moderatorHasRightsOnlyInOwnCategory() {
		var theirs = CategoryMother.open("theirs");
		var rights = new Rights(Audience.MEMBERS, Set.of(), Set.of(theirs.id()));
		var writer = new AuthorizedWriter(WriterMother.aMember("anna").member(), rights);
		assertThat(writer.moderates()).isFalse();
		assertThat(writer.in(CategoryMother.open("another")).moderates()).isFalse();
		assertThat(writer.in(theirs).moderates()).isTrue();
	}

}
