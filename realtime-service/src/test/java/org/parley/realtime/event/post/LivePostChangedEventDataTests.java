package org.parley.realtime.event.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.readmodels.media.AttachedMedium;
import org.parley.platform.readmodels.media.MediaAddressSettings;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaKind;
import org.parley.platform.readmodels.media.MediaPurpose;
import org.parley.platform.readmodels.media.MediaVariant;
import org.parley.realtime.event.LivePerson;

import static org.assertj.core.api.Assertions.assertThat;

class LivePostChangedEventDataTests {

	private static final String ID = "01KAG5C7D8E9F0G1H2J3K4M5N6";

	private static final String HTML = "<p><img src=\"media:" + ID + "\" alt=\"A cat\" /></p>";

	private final MediaAddresses addresses = new MediaAddresses(
			new MediaAddressSettings("https://m.example", "A".repeat(43) + "="), InstantSource.fixed(Instant.EPOCH));

	@Test
	void mediaOfEventHaveSignedAddresses() {
		var file = new MediaVariant("160", ID + "/0123.jpg", 160, 90, "image/jpeg", 9);
		var medium = new AttachedMedium(ID, MediaPurpose.FORUM, MediaKind.IMAGE, 160, 90, "LEHV6n", null, null,
				List.of(file), Instant.EPOCH, 2);
		assertThat(post(List.of(medium)).shown(this.addresses))
			.contains("src=\"https://m.example/m/" + ID + "/0123.jpg?expires=600&amp;signature=", "alt=\"A cat\"");
	}

	@Test
	void mediumThatEventLacksIsRemoved() {
		assertThat(post(List.of()).shown(this.addresses)).contains("media-gone").doesNotContain(ID);
	}

	@Test
	void textOfOlderEventIsUnchanged() {
		assertThat(post(null).shown(this.addresses)).isEqualTo(HTML);
	}

	private static LivePostChangedEventData.State post(@Nullable List<AttachedMedium> media) {
		return new LivePostChangedEventData.State("post", 2, new LivePerson("id", "alice", "Alice"), null, "x", HTML,
				"active", Instant.EPOCH, null, 0, media);
	}

}
