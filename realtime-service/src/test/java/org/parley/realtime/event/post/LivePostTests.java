package org.parley.realtime.event.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaVariant;
import org.parley.platform.readmodels.media.MediaAddressSettings;
import org.parley.platform.readmodels.media.MediaAddresses;

import static org.assertj.core.api.Assertions.assertThat;

class LivePostTests {

	private static final String ID = "01KAG5C7D8E9F0G1H2J3K4M5N6";

	private static final String HTML = "<p><img src=\"media:" + ID + "\" alt=\"A cat\" /></p>";

	private final MediaAddresses addresses = new MediaAddresses(
			new MediaAddressSettings("https://m.example", "A".repeat(43) + "="), InstantSource.fixed(Instant.EPOCH));

	@Test
	void mediaOfEventHaveSignedAddresses() {
		var file = new MediaVariant("160", ID + "/0123.jpg", 160, 90, "image/jpeg", 9);
		var medium = new AttachedMedium(ID, MediaPurpose.FORUM, MediaKind.IMAGE, 160, 90, "LEHV6n", null, null,
				List.of(file), Instant.EPOCH, 2);
		assertThat(html(HTML, List.of(medium)))
			.contains("src=\"https://m.example/m/" + ID + "/0123.jpg?expires=600&amp;signature=", "alt=\"A cat\"");
	}

	@Test
	void mediumThatEventLacksIsRemoved() {
		assertThat(html(HTML, List.of())).contains("media-gone").doesNotContain(ID);
	}

	@Test
	void textWithoutMediaIsUnchanged() {
		assertThat(html("<p>Hello</p>", List.of())).isEqualTo("<p>Hello</p>");
	}

	private String html(String stored, List<AttachedMedium> media) {
		var post = new PostData("post", 2, new PersonReference("id", "alice", "Alice"), null, "x", stored,
				PostStatus.ACTIVE, Instant.EPOCH, null, 0, List.of(), List.of(), media);
		return LivePost.of(post, "thread", this.addresses).html();
	}

}
