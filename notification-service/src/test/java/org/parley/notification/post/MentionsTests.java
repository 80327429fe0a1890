package org.parley.notification.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MentionsTests {

	@Test
	void mentionsAreDistinctAndCaseInsensitive() {
		assertThat(Mentions.in("@Alice, @bob_2 and (@alice)! **@carol-x**")).containsExactly("alice", "bob_2",
				"carol-x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail alice@example.org", "`@alice`", "```\n@alice\n```", "```\n@alice", "@al", "a/@alice",
			"@alice@example.org", "> @alice said so", "> [@alice wrote](/posts/1):\n>\n> ask @alice" })
	void otherTextIsNoMention(String content) {
		assertThat(Mentions.in(content)).isEmpty();
	}

	@Test
	void tooManyMentionsAreIgnored() {
		var crowd = new StringBuilder();
		for (int i = 0; i < 21; i++) {
			crowd.append("@person").append(i).append(' ');
		}
		assertThat(Mentions.in(crowd.toString())).isEmpty();
	}

	@Test
	void longMalformedTextIsParsedFast() {
		assertThat(Mentions.in("`".repeat(50_000))).isEmpty();
		assertThat(Mentions.in("@".repeat(50_000))).isEmpty();
	}

}
