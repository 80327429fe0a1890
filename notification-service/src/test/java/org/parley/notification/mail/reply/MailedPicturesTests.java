package org.parley.notification.mail.reply;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.mail.MailReceived.Authentication;
import org.parley.contracts.mail.MailReceived;
import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.mail.ReceivedPicture;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures stand where their author has put them. */
class MailedPicturesTests {

	@Test
	void picturesStandAtTheirPlacesAndAttachedOnesAtTheEnd() {
		var post = shown(
				"""
						<div>See: <img src="cid:ii_1%40mail"> and mine.</div><div class="gmail_signature"><img src="cid:logo"></div>
						<div class="gmail_quote"><div class="gmail_attr">On</div><blockquote><img src="cid:old">Bob</blockquote></div>""",
				null, "logo", "old", "ii_1@mail");
		var ids = post.pictures().stream().map(MailedPicture::mediaId).toList();
		assertThat(ids).hasSize(2);
		assertThat(post.content())
			.isEqualTo("See: ![](media:%s) and mine.\n\n![](media:%s)".formatted(ids.get(1), ids.get(0)));
	}

	@Test
	void picturesOfOtherSitesAreLeftOut() {
		var post = shown("<p>See: <img src=\"https://example.org/a.png\"></p>");
		assertThat(post.content()).isEqualTo("See:");
		assertThat(post.pictures()).isEmpty();
	}

	private static MailedPictures shown(String html, @Nullable String... contentIds) {
		var source = new SealedEventSecret("x");
		var pictures = Stream.of(contentIds).map((id) -> new ReceivedPicture(id, source)).toList();
		var mail = new MailReceived("1", source, List.of(), null, "Re: x", "See: and mine.", html, pictures,
				Authentication.PASS, Instant.EPOCH);
		return MailedPictures.of(mail, MailedText.of(mail));
	}

}
